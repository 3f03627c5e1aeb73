package dev.yank.harness.linux;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.linux.guest.AgentRun;
import dev.yank.harness.linux.guest.Image;
import dev.yank.harness.linux.guest.Patience;
import dev.yank.harness.linux.guest.VirtualMachine;
import dev.yank.harness.run.HarnessFailure;
import dev.yank.harness.targets.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Performs programs in a guest, and starts it anew from the snapshot whenever it is of no use any more.
///
/// Several programs are on their way at a time, so that the guest need not wait while one is judged. A guest that was
/// damaged by one of them does not perform those behind it; the next guest does.
final class GuestSession implements Target<NodeProgram, Sighting> {

    private final Image image;
    private final Subject subject;
    private final Path folder;

    /// What was asked for and is not over, oldest first; the machine has the first [#handedOver] of them.
    private final List<NodeProgram> ahead = new ArrayList<>();

    /// What is over and was not asked for yet.
    private final Deque<Sighting> finished = new ArrayDeque<>();

    @Var
    private int handedOver;

    private volatile @Nullable VirtualMachine machine;

    /// The one that comes next: its state is loaded, or being loaded.
    private volatile @Nullable VirtualMachine spare;

    private volatile boolean isHalted;

    @Var
    private double cpuOfEarlier;

    @Var
    private int starts;

    @Var
    private int loads;

    GuestSession(Image image, Subject subject, Path folder) {
        this.image = image;
        this.subject = subject;
        this.folder = folder;
    }

    @Override
    public Abilities abilities() {
        return new Abilities("linux", Schedule.OBSERVED, Insight.LOG, List.of(subject.name()));
    }

    /// Asks for a program, whose result is one of the [#next].
    void submit(NodeProgram program) {
        ahead.add(program);
        handOver();
    }

    /// How many programs were asked for whose results nobody has taken.
    int outstanding() {
        return ahead.size() + finished.size();
    }

    /// The result of the oldest program that was asked for.
    Sighting next() {
        return finished.isEmpty() ? collect() : finished.remove();
    }

    /// Performs one program when all are over that were asked for before.
    @Override
    public Sighting perform(NodeProgram program) {
        finishAll();
        submit(program);
        return collect();
    }

    /// Performs one program as the first of a guest.
    Sighting performFromSnapshot(NodeProgram program) {
        finishAll();
        stop();
        submit(program);
        return collect();
    }

    private void finishAll() {
        while (!ahead.isEmpty()) {
            finished.add(collect());
        }
    }

    private void handOver() {
        VirtualMachine running = running();
        while (handedOver < ahead.size() && running.hasRoom()) {
            running.submit(ahead.get(handedOver).operations(subject));
            handedOver++;
        }
    }

    private Sighting collect() {
        handOver();
        VirtualMachine running = running();
        NodeProgram program = ahead.removeFirst();
        handedOver--;
        AgentRun run = running.collect(Patience.USUAL);
        String news = run.end() == AgentRun.End.DONE ? "" : running.news();
        Sighting sighting = judged(program, run, news);
        if (run.end() == AgentRun.End.WARNED && KernelLog.judge(news).isEmpty()) {
            running.goOn();
        } else if (run.end() != AgentRun.End.DONE) {
            stop();
        }
        return sighting;
    }

    private Sighting judged(NodeProgram program, AgentRun run, String news) {
        if (isHalted) {
            return new Sighting(program, List.of(), List.of(), run.end(), "");
        }
        List<Performed> history = Performed.of(program, subject, run);
        return new Sighting(program, history, RunJudge.judge(history, run.end(), run.text(), news), run.end(), news);
    }

    /// The next program starts from the snapshot.
    private void stop() {
        VirtualMachine old = machine;
        if (old != null) {
            cpuOfEarlier += old.cpuSeconds();
            old.close();
            machine = null;
            handedOver = 0;
        }
    }

    private VirtualMachine running() {
        VirtualMachine current = machine;
        if (current != null && (current.isAlive() || handedOver > 0)) {
            return current;
        }
        stop();
        if (isHalted) {
            throw new HarnessFailure("No guest is started any more.");
        }
        VirtualMachine loaded = spare;
        VirtualMachine started = loaded == null || !loaded.isAlive() ? load() : loaded;
        machine = started;
        spare = null;
        started.resume();
        started.settle(subject.strings(), KernelLog.HARMLESS, Patience.USUAL);
        starts++;
        spare = load(); // while this one is at work
        return started;
    }

    private VirtualMachine load() {
        VirtualMachine old = spare;
        if (old != null) {
            old.close();
        }
        loads++;
        return VirtualMachine.load(image, folder.resolve("guest-" + loads));
    }

    /// Ends the guest at once, from whatever thread; nothing is found from now on.
    void halt() {
        isHalted = true;
        for (VirtualMachine one : new VirtualMachine[] {machine, spare}) {
            if (one != null) {
                one.kill();
            }
        }
    }

    /// The processor time of all guests so far, in seconds.
    double cpuSeconds() {
        return cpuOfEarlier + cpuSeconds(machine) + cpuSeconds(spare);
    }

    private static double cpuSeconds(@Nullable VirtualMachine machine) {
        return machine == null ? 0 : machine.cpuSeconds();
    }

    /// How often a guest was started.
    int starts() {
        return starts;
    }

    @Override
    public void close() {
        stop();
        VirtualMachine unused = spare;
        if (unused != null) {
            cpuOfEarlier += unused.cpuSeconds();
            unused.close();
            spare = null;
        }
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new HarnessFailure("The folder " + folder + " cannot be deleted (" + e.getMessage() + ").");
        }
    }
}
