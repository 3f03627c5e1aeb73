package dev.yank.harness.targets;

import java.util.List;

/// What programs are performed on.
///
/// @param <P> programs
/// @param <R> what becomes of one: a history, and whatever else the target shows of it
public interface Target<P, R> extends AutoCloseable {

    /// What it can do.
    Abilities abilities();

    /// Turns a program into a history, judged by the rules that it can decide.
    R perform(P program);

    @Override
    void close();

    /// What a target can do.
    ///
    /// @param name as on the command line
    /// @param schedule who decides what happens next
    /// @param insight what is seen beside the history
    /// @param devices which devices there are
    record Abilities(String name, Schedule schedule, Insight insight, List<String> devices) {

        /// Copies the names.
        public Abilities(String name, Schedule schedule, Insight insight, List<String> devices) {
            this.name = name;
            this.schedule = schedule;
            this.insight = insight;
            this.devices = List.copyOf(devices);
        }
    }

    /// Who decides what happens next.
    enum Schedule {
        /// Yank does: the same decisions give the same execution.
        CHOSEN,
        /// The target does: a program shows a bug in so many of so many runs.
        OBSERVED
    }

    /// What is seen beside the history.
    enum Insight {
        /// Every event inside the kernel.
        TRACE,
        /// What the kernel writes to its log.
        LOG
    }
}
