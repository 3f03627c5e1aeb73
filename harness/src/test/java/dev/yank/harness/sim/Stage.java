package dev.yank.harness.sim;

import dev.yank.harness.kernel.Machine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a test puts on one simulated machine: the tasks of one execution, for tests of the kernel's
/// mechanisms.
public final class Stage {

    /// One task to be.
    record Role(String name, Runnable body) {}

    private final SimulatedMachine machine;
    private final List<Role> roles = new ArrayList<>();
    private final List<Role> epilogues = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<Boolean> audits = new ArrayList<>();

    Stage(SimulatedMachine machine) {
        this.machine = machine;
    }

    /// The machine.
    public Machine machine() {
        return machine;
    }

    /// Adds a task that runs concurrently with the other tasks, once the arrangement is over.
    public Stage task(String name, Runnable body) {
        roles.add(new Role(name, body));
        return this;
    }

    /// Adds what comes last, where every task has come to its end and nothing was found.
    public Stage afterwards(Runnable body) {
        epilogues.add(new Role("afterwards", body));
        return this;
    }

    /// Looks for what is left over when all is done (R5).
    public Stage audited() {
        audits.add(true);
        return this;
    }

    /// Adds an interrupt line.
    public int interrupt() {
        return machine.addIrq();
    }

    /// Notes that something happened, so that a test can ask whether it ever did.
    public void sees(String what) {
        seen.add(what);
    }

    List<Role> roles() {
        return roles;
    }

    List<Role> epilogues() {
        return epilogues;
    }

    boolean isAudited() {
        return !audits.isEmpty();
    }

    Set<String> seen() {
        return seen;
    }
}
