package dev.yank.reports.timeline;

import dev.yank.reports.text.Fact;
import java.util.List;
import java.util.SortedMap;

/// All that a page shows of one execution, in plain data. Steps are numbered from 0 here, and from 1 for
/// the reader.
///
/// @param kind `execution`
/// @param title for the window
/// @param rule the rule that is broken
/// @param sentence how
/// @param facts what else is to be said
/// @param command what to type next
/// @param tasks who acts
/// @param lanes the lines of the picture, from the top
/// @param moments the steps
/// @param leftOut how many steps before the first are not shown
/// @param spans what begins and ends
/// @param counts the counted objects
/// @param registers the names of the hardware's registers
/// @param snapshots what the registers hold
/// @param sources the files of the driver
/// @param history where the rule is about the history, why no order explains it
record ExecutionView(
        String kind,
        String title,
        BrokenRule rule,
        String sentence,
        List<Fact> facts,
        String command,
        List<Actor> tasks,
        List<Lane> lanes,
        List<Moment> moments,
        int leftOut,
        List<Span> spans,
        List<Count> counts,
        List<String> registers,
        List<Snapshot> snapshots,
        List<Source> sources,
        List<PartView> history) {

    /// The last steps only. What is over before them is left out too.
    ExecutionView last(int steps) {
        int first = leftOut + Math.max(0, moments.size() - steps);
        List<Span> stillThere = spans.stream()
                .filter(span -> span.to() == null || span.to() >= first)
                .toList();
        return new ExecutionView(
                kind,
                title,
                rule,
                sentence,
                facts,
                command,
                tasks,
                lanes,
                moments.subList(first - leftOut, moments.size()),
                first,
                stillThere,
                counts,
                registers,
                snapshots,
                sources,
                history);
    }

    /// A rule in words.
    ///
    /// @param id such as `R34`
    /// @param title in a few words
    /// @param statement in a sentence
    /// @param sources who said so
    record BrokenRule(String id, String title, String statement, List<String> sources) {}

    /// Who acts.
    ///
    /// @param name the task's name
    /// @param role `process`, `alone` or `kernel`
    /// @param lane where it is drawn
    record Actor(String name, String role, String lane) {}

    /// A counted object.
    ///
    /// @param lane where it is drawn
    /// @param points pairs of a step and the value after it
    record Count(String lane, List<List<Integer>> points) {}

    /// What the registers hold.
    ///
    /// @param from the step after which they hold it; -1 before the first
    /// @param values in the order of their names, in hexadecimal; empty while the hardware is not there
    record Snapshot(int from, List<String> values) {}

    /// A file of the driver.
    ///
    /// @param name without its folder
    /// @param path from the root of the project; empty where the file was not found
    /// @param lines the lines that the page needs, by their numbers
    record Source(String name, String path, SortedMap<Integer, String> lines) {}
}
