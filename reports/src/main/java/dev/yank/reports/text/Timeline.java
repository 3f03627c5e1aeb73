package dev.yank.reports.text;

import dev.yank.harness.run.Counterexample;
import java.util.List;

/// What a reader is shown of an execution: the operations of its history, and between them the kernel events
/// that matter, each in the column of its task.
///
/// @param lanes the headings of the columns
/// @param rows the steps in their order
/// @param sentence how the rule is broken, with steps numbered as in the rows
public record Timeline(List<String> lanes, List<Row> rows, String sentence) {

    public Timeline(List<String> lanes, List<Row> rows, String sentence) {
        this.lanes = List.copyOf(lanes);
        this.rows = List.copyOf(rows);
        this.sentence = sentence;
    }

    /// The timeline of a counterexample.
    public static Timeline of(Counterexample counterexample) {
        return new TimelineDrawing(counterexample).timeline();
    }
}
