package dev.yank.harness.check;

import java.util.ArrayList;
import java.util.List;

/// Why a file is not linearizable, in words.
///
/// @param cannotBePlaced the operation that cannot be placed
/// @param sentences why, one sentence for each state that the operations before can have left
/// @param failsUpTo the event with which the failing prefix ends
/// @param isShortest whether the history before that event is known to be linearizable
/// @param explained an order of operations that explains the history before that event
/// @param minimal operations that fail by themselves, as if the others had not happened
/// @param core operations that fail whatever the others do
public record Why(
        String cannotBePlaced,
        List<String> sentences,
        int failsUpTo,
        boolean isShortest,
        List<String> explained,
        Few minimal,
        Few core) {

    private static final int SHOWN_OPERATIONS = 40;
    private static final int LAST_EXPLAINED = 5;

    /// Few operations that fail.
    ///
    /// @param operations the operations
    /// @param isVerified whether it was verified that each of them is needed
    public record Few(List<String> operations, boolean isVerified) {

        /// Copies the operations.
        public Few(List<String> operations, boolean isVerified) {
            this.operations = List.copyOf(operations);
            this.isVerified = isVerified;
        }
    }

    /// Copies the lists.
    public Why(
            String cannotBePlaced,
            List<String> sentences,
            int failsUpTo,
            boolean isShortest,
            List<String> explained,
            Few minimal,
            Few core) {
        this.cannotBePlaced = cannotBePlaced;
        this.sentences = List.copyOf(sentences);
        this.failsUpTo = failsUpTo;
        this.isShortest = isShortest;
        this.explained = List.copyOf(explained);
        this.minimal = minimal;
        this.core = core;
    }

    /// The same as text.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("cannot be placed: " + cannotBePlaced);
        sentences.forEach(sentence -> lines.add("  " + sentence));
        lines.add((isShortest
                        ? "shortest failing prefix: up to event "
                        : "a failing prefix, the shortest that was found" + " within the limits: up to event ")
                + failsUpTo);
        if (isShortest) {
            lines.add("longest linearizable prefix: up to the event before; an order of " + explained.size()
                    + " operations explains it" + (explained.isEmpty() ? "" : ", last:"));
            explained
                    .subList(Math.max(0, explained.size() - LAST_EXPLAINED), explained.size())
                    .forEach(line -> lines.add("  " + line));
        }
        addFew(lines, minimal, "alone, as if nothing else had happened");
        addFew(lines, core, "whatever the other operations do");
        return lines;
    }

    private static void addFew(List<String> lines, Few few, String what) {
        int count = few.operations().size();
        lines.add((count == 1 ? "1 operation" : count + " operations") + " fail" + (count == 1 ? "s " : " ") + what
                + (few.isVerified() ? ", each needed:" : " (whether each is needed was not found out in time):"));
        few.operations().stream().limit(SHOWN_OPERATIONS).forEach(line -> lines.add("  " + line));
        if (count > SHOWN_OPERATIONS) {
            lines.add("  and " + (count - SHOWN_OPERATIONS) + " more");
        }
    }
}
