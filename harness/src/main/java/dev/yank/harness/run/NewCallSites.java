package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Shared;
import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.Access;
import dev.yank.harness.schedule.Observer;
import dev.yank.harness.schedule.RandomWalk;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.schedule.TaskSet;
import dev.yank.harness.sim.Simulation.Tracing;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Fails each call site once when it is new: performs programs, notes from which calls of the driver something is
/// acquired, and has every acquisition that comes from where none came from before fail in a repetition.
///
/// So what open, ioctl and whatever follows them acquire is made to fail like what probe acquires, without
/// counting acquisitions. A call site is the stack of the driver's calls, each with its line.
///
/// Source: "systematic low resources simulation" of Driver Verifier, Windows driver documentation,
/// Microsoft, 2023.
public final class NewCallSites {

    /// After so many programs in a row without a call site that is new there is none.
    private static final int PATIENCE = 12;

    private static final int MOST_PROGRAMS = 60;

    /// Later than any acquisition; a program with a fault is one whose acquisitions are announced.
    private static final int NEVER = Integer.MAX_VALUE;

    private final Explorer explorer;
    private final IntFunction<Program> programs;
    private final long seed;
    private final Walk walk = new Walk();
    private final Queue<Failing> failing = new ArrayDeque<>();

    @Var
    private int performed;

    @Var
    private int lastWithNews;

    /// An execution in which an acquisition fails.
    ///
    /// @param site where it is made: the calls of the driver, innermost first
    /// @param program with the fault
    /// @param schedule under which it is made
    public record Failing(String site, Program program, Schedule schedule) {}

    /// @param programs by their number, from 0, without faults
    public NewCallSites(Explorer explorer, IntFunction<Program> programs, long seed) {
        this.explorer = explorer;
        this.programs = programs;
        this.seed = seed;
    }

    /// The next call site that is new, and how it fails; empty where there is none any more.
    public Optional<Failing> next() {
        while (failing.isEmpty() && performed < MOST_PROGRAMS && performed - lastWithNews < PATIENCE) {
            look(programs.apply(performed));
        }
        return Optional.ofNullable(failing.poll());
    }

    /// Performs the program once, and takes the call sites in it for known.
    public void skip(Program program) {
        look(program);
        failing.clear();
    }

    /// Every call site that was seen.
    public SortedSet<String> known() {
        return new TreeSet<>(walk.known);
    }

    private void look(Program program) {
        walk.news.clear();
        Schedule schedule = explorer.run(
                        program.withFaultAt(NEVER), walk, SplitMix.derive(seed, performed), Tracing.JUDGE_ONLY)
                .outcome()
                .schedule();
        performed++;
        for (News news : walk.news) {
            failing.add(new Failing(news.site, program.withFaultAt(news.acquisition), schedule));
            lastWithNews = performed;
        }
    }

    /// A call site that is new.
    private record News(String site, int acquisition) {}

    /// Walks at random and looks where acquisitions come from.
    private static final class Walk implements Strategy, Observer {

        private static final StackWalker STACK = StackWalker.getInstance();
        private static final long ACQUISITION = Access.write(Shared.ACQUISITIONS.ordinal() + 1, 0);

        private final RandomWalk walk = new RandomWalk();
        private final SortedSet<String> known = new TreeSet<>();
        private final List<News> news = new ArrayList<>();

        @Var
        private int acquisitions;

        @Override
        public String name() {
            return walk.name();
        }

        @Override
        public void begin(long walkSeed) {
            walk.begin(walkSeed);
            acquisitions = 0;
        }

        @Override
        public int next(TaskSet runnable, int current, int decision) {
            return walk.next(runnable, current, decision);
        }

        @Override
        public Observer observer() {
            return this;
        }

        @Override
        public void accessed(long access) {
            if (access == ACQUISITION) {
                acquisitions++;
                String site = STACK.walk(Walk::site);
                if (known.add(site)) {
                    news.add(new News(site, acquisitions));
                }
            }
        }

        private static String site(Stream<StackFrame> frames) {
            return frames.takeWhile(frame -> !frame.getClassName().startsWith("jdk.internal.vm."))
                    .filter(Walk::isOfADriver)
                    .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                    .collect(Collectors.joining(" < "));
        }

        private static boolean isOfADriver(StackFrame frame) {
            return frame.getLineNumber() > 0
                    && !frame.getClassName().startsWith("dev.yank.harness.")
                    && !frame.getClassName().startsWith("java.")
                    && !frame.getClassName().startsWith("jdk.");
        }
    }
}
