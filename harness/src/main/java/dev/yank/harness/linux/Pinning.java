package dev.yank.harness.linux;

import dev.yank.harness.linux.guest.AgentOperation.Moment;
import dev.yank.harness.linux.guest.AgentOperation.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Makes the order that was observed once the order that a program asks for, so that it comes about again.
///
/// Each step waits for the last thing that another process did before it. What did not reach the kernel is left out.
final class Pinning {

    /// How long whoever was invoked just then has to get to sleep, in microseconds. The first time that a guest does
    /// something takes it tens of milliseconds, because QEMU has to translate it.
    private static final int TO_SLEEP = 100_000;

    /// A moment of a step, in the program that is being made.
    private record Happened(long time, Position position, boolean mayWait) {}

    private Pinning() {}

    /// The program of a history, pinned.
    static NodeProgram pinned(Sighting sighting) {
        List<List<Performed>> processes = new ArrayList<>();
        int count = sighting.program().processes().size();
        for (int p = 0; p < count; p++) {
            int process = p;
            processes.add(sighting.history().stream()
                    .filter(one -> one.process() == process)
                    .sorted(Comparator.comparingInt(Performed::index))
                    .toList());
        }
        List<Happened> moments = moments(processes);
        List<List<Step>> pinned = new ArrayList<>();
        for (List<Performed> process : processes) {
            pinned.add(process.stream().map(one -> pinned(one, moments)).toList());
        }
        return new NodeProgram(pinned);
    }

    /// Whether a step lets somebody get to sleep first.
    static boolean letsSleep(Step step) {
        return step.after().process() >= 0
                && step.after().moment() == Moment.INVOKED
                && step.delayMicroseconds() == TO_SLEEP;
    }

    private static List<Happened> moments(List<List<Performed>> processes) {
        List<Happened> moments = new ArrayList<>();
        for (int p = 0; p < processes.size(); p++) {
            for (int i = 0; i < processes.get(p).size(); i++) {
                Performed one = processes.get(p).get(i);
                boolean mayWait = one.action().mayWait();
                moments.add(new Happened(one.invoked(), new Position(p, i, Moment.INVOKED), mayWait));
                if (one.isCompleted()) {
                    moments.add(new Happened(one.completed(), new Position(p, i, Moment.COMPLETED), false));
                }
            }
        }
        return moments;
    }

    private static Step pinned(Performed one, List<Happened> moments) {
        Optional<Happened> last = moments.stream()
                .filter(moment ->
                        moment.time() < one.invoked() && moment.position().process() != one.process())
                .max(Comparator.comparingLong(Happened::time));
        return last.map(moment -> one.step().with(moment.position(), moment.mayWait() ? TO_SLEEP : 0))
                .orElse(one.step().with(Position.NONE, 0));
    }
}
