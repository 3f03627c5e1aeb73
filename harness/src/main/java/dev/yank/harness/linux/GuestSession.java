package dev.yank.harness.linux;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.linux.guest.AgentOperation;
import dev.yank.harness.linux.guest.AgentOperation.Code;
import dev.yank.harness.linux.guest.AgentOperation.Position;
import dev.yank.harness.linux.guest.AgentRun;
import dev.yank.harness.linux.guest.Image;
import dev.yank.harness.linux.guest.VirtualMachine;
import dev.yank.harness.run.HarnessFailure;
import dev.yank.harness.targets.Target;
import dev.yank.model.rule.Errno;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Performs programs in a guest, and starts it anew from the snapshot whenever it is of no use any more.
///
/// Several programs are on their way at a time, so that the guest need not wait while one is judged. A guest that was
/// damaged by one of them does not perform those behind it; the next guest does.
final class GuestSession implements Target<NodeProgram, Sighting> {

    /// What is freed is given back a little later, in microseconds.
    private static final int SETTLING = 200_000;

    private static final int ATTEMPTS = 3;

    private final Image image;
    private final Subject subject;
    private final Path folder;

    /// What was asked for and is not over, oldest first; the machine has the first [#handedOver] of them.
    private final List<NodeProgram> ahead = new ArrayList<>();

    /// What is over and was not asked for yet.
    private final Deque<Sighting> finished = new ArrayDeque<>();

    /// The bugs that guests can show again and again.
    private final Set<String> bearable = new TreeSet<>();

    @Var
    private int handedOver;

    /// Whether the guest has shown one of them.
    @Var
    private boolean hasTraces;

    private volatile @Nullable VirtualMachine machine;

    /// The one that comes next: its state is loaded, or being loaded.
    private volatile @Nullable VirtualMachine spare;

    private volatile boolean isHalted;

    /// How many programs the guest has performed.
    @Var
    private int performed;

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
        return Subjects.abilities(List.of(subject));
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
        startAnew();
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
        AgentRun run = running.collect(subject.patience());
        String news = run.end() == AgentRun.End.DONE ? "" : running.news();
        Sighting sighting = judged(program, run, news);
        if (performed > 0 && isExhausted(sighting)) {
            stop();
            ahead.addFirst(program);
            return collect();
        }
        performed++;
        if (!mayGoOn(run.end(), sighting)) {
            stop();
        } else if (run.end() == AgentRun.End.WARNED) {
            running.goOn();
        }
        return sighting;
    }

    /// Whether the guest is of use yet. What was seen may be the consequence of what others left behind, or
    /// leave something behind itself, unless it is a sleep that a signal has ended; so the guest is given up, or
    /// from now on has traces of it.
    private boolean mayGoOn(AgentRun.End end, Sighting sighting) {
        if (end != AgentRun.End.DONE && end != AgentRun.End.WARNED) {
            return false;
        }
        List<String> traces = sighting.accusations().stream()
                .filter(one -> one.about().isEmpty())
                .map(Accusation::signature)
                .toList();
        hasTraces |= !traces.isEmpty();
        return bearable.containsAll(traces);
    }

    /// Whether the guest has run out of something, such as numbers, that earlier programs have leaked. What follows
    /// from
    /// that says nothing of the program.
    private static boolean isExhausted(Sighting sighting) {
        return sighting.history().stream()
                .anyMatch(one -> one.effect() == Action.Effect.RESTORE
                        && (one.answer() == -Errno.ENOSPC.number() || one.answer() == -Errno.ENOMEM.number()));
    }

    /// From now on a guest goes on when it has shown a bug.
    void bear(String signature) {
        bearable.add(signature);
    }

    /// From now on a guest is given up again when it has shown a bug.
    void bearNoMore(String signature) {
        bearable.remove(signature);
    }

    /// Performs one program, and if it shows a bug in a guest that has traces of others, once more as the first of a
    /// guest.
    Sighting performSurely(NodeProgram program, String signature) {
        finishAll();
        boolean isDoubtful = hasTraces;
        Sighting sighting = perform(program);
        return isDoubtful && sighting.shows(signature) ? performFromSnapshot(program) : sighting;
    }

    private Sighting judged(NodeProgram program, AgentRun run, String news) {
        if (isHalted) {
            return new Sighting(program, List.of(), List.of(), run.end(), "");
        }
        return Sighting.of(program, subject, run, news);
    }

    /// How many objects of each kind the kernel has handed out, when what nobody uses was given back; and the number of
    /// the subject's node.
    Map<String, Long> counts() {
        int first = subject.strings().size();
        Action open = subject.actions(Action.Effect.OPEN).getFirst();
        List<AgentOperation> operations = List.of(
                AgentOperation.of(Code.SYSFS, 0, first, first + 1),
                new AgentOperation(Code.PAUSE, 0, 0, Position.NONE, SETTLING, 0, 0),
                AgentOperation.of(Code.READ_FILE, 0, first + 2, 0),
                AgentOperation.of(Code.AWAIT_NODE, 0, open.argument(), 2_000));
        finishAll();
        VirtualMachine counted = running();
        counted.submit(List.of(operations));
        AgentRun run = counted.collect(subject.patience());
        if (run.end() == AgentRun.End.WARNED) {
            counted.goOn();
        }
        Map<String, Long> counts = Leaks.objects(run.text());
        counts.put("number of the node", run.outcomes().getFirst().getLast().answer());
        return counts;
    }

    /// What operations mean by number: the subject's, and those of [#counts].
    private List<String> strings() {
        List<String> strings = new ArrayList<>(subject.strings());
        strings.addAll(List.of("/proc/sys/vm/drop_caches", "2", "/proc/slabinfo"));
        return strings;
    }

    /// The next program is the first of a guest.
    void startAnew() {
        finishAll();
        stop();
    }

    private void stop() {
        VirtualMachine old = machine;
        if (old != null) {
            cpuOfEarlier += old.cpuSeconds();
            old.close();
            machine = null;
            handedOver = 0;
            hasTraces = false;
            performed = 0;
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
        VirtualMachine started = resumed();
        started.settle(strings(), KernelLog.HARMLESS, subject.patience());
        if (!subject.preparation().isEmpty()) {
            started.submit(List.of(subject.preparation().stream()
                    .map(action -> new Step(action, 0, 0, Position.NONE, 0).operation())
                    .toList()));
            if (started.collect(subject.patience()).end() == AgentRun.End.WARNED) {
                started.news();
                started.goOn();
            }
        }
        starts++;
        spare = isHalted ? null : loadedAhead();
        return started;
    }

    /// A guest that goes on from the snapshot. Somebody may end one before it does; then there is another.
    private VirtualMachine resumed() {
        @Var int attempts = ATTEMPTS;
        while (true) {
            try {
                VirtualMachine loaded = spare;
                VirtualMachine started = loaded == null || !loaded.isAlive() ? load() : loaded;
                machine = started;
                spare = null;
                started.resume();
                return started;
            } catch (HarnessFailure failure) {
                attempts--;
                if (attempts == 0 || isHalted) {
                    throw failure;
                }
                stop();
            }
        }
    }

    /// The next guest, while this one is at work. If it cannot be had now, it is tried again when it is needed.
    private @Nullable VirtualMachine loadedAhead() {
        try {
            return load();
        } catch (HarnessFailure failure) {
            return null;
        }
    }

    private VirtualMachine load() {
        VirtualMachine old = spare;
        if (old != null) {
            old.close();
            spare = null;
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
