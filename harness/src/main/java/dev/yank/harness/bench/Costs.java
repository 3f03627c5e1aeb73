package dev.yank.harness.bench;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Machine;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.posix.Pthread;
import dev.yank.harness.schedule.Replay;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.schedule.Schedule.Preemption;
import dev.yank.harness.sim.SubjectSimulation;
import dev.yank.model.trace.EventKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// What each part of an execution costs, in nanoseconds of processor time: programs that do nothing but one
/// thing are compared with programs that do less of it.
///
/// @param setUp machine, judges and one task that ends at once
/// @param task one task more
/// @param point a scheduling point where nobody else could go
/// @param decision a scheduling point where the strategy lets the task go on
/// @param change a scheduling point where it names another task: the decision and the switch
/// @param event one event of the trace, judged
public record Costs(double setUp, double task, double point, double decision, double change, double event) {

    private static final int TIMES = 200;
    private static final int TASKS = 8;

    /// Measures, for about eight times `round` after as long a warm-up.
    public static Costs measure(Duration round) {
        run(round);
        return run(round);
    }

    private static Costs run(Duration round) {
        Schedule ordinary = Schedule.ORDINARY;
        double nothing = nanos(() -> {}, ordinary, round);
        double tasks = nanos(() -> Pthread.concurrently(TASKS, () -> {}), ordinary, round);
        double points = nanos(() -> points(Machine.current()), ordinary, round);
        double events = nanos(() -> events(Machine.current()), ordinary, round);
        double two = nanos(() -> Pthread.concurrently(2, () -> {}), ordinary, round);
        Subject sideBySide = () -> Pthread.concurrently(2, () -> points(Machine.current()));
        double decisions = nanos(sideBySide, ordinary, round);
        double changes = nanos(sideBySide, inTurn(), round);
        return new Costs(
                nothing,
                (tasks - nothing) / TASKS,
                (points - nothing) / TIMES,
                // the second task is alone when the first has ended
                (decisions - two - (points - nothing)) / TIMES,
                (changes - two) / (2 * TIMES),
                (events - nothing) / TIMES);
    }

    private static void points(Machine machine) {
        for (@Var int i = 0; i < TIMES; i++) {
            machine.point();
        }
    }

    private static void events(Machine machine) {
        for (@Var int i = 0; i < TIMES; i++) {
            machine.emit(EventKind.READ, 0, 0, "a field");
        }
    }

    /// The tasks 1 and 2 take turns, one scheduling point each.
    private static Schedule inTurn() {
        return new Schedule(IntStream.range(1, 2 * TIMES)
                .mapToObj(decision -> new Preemption(decision, 1 + decision % 2))
                .toList());
    }

    private static double nanos(Subject subject, Schedule schedule, Duration round) {
        Rate rate = Meter.measure(
                "", "", () -> new SubjectLoad(new SubjectSimulation(() -> subject), new Replay(schedule)), 1, round);
        return 1e9 / rate.perCpuSecond();
    }

    /// Each cost with what it is the cost of.
    public List<Part> parts() {
        return List.of(
                new Part("execution set-up (machine, judges, one task)", setUp),
                new Part("a task more", task),
                new Part("scheduling point, nobody else can go", point),
                new Part("scheduling point, the task goes on", decision),
                new Part("scheduling point, another task goes (switch)", change),
                new Part("event, emitted and judged", event));
    }

    /// A part of an execution.
    ///
    /// @param name what it is
    /// @param nanos what it costs
    public record Part(String name, double nanos) {}
}
