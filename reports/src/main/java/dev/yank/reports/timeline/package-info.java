/// Timelines as pages: an execution, or a checked history, as one HTML file that needs nothing else.
///
/// [dev.yank.reports.timeline.ExecutionDrawing] and [dev.yank.reports.timeline.HistoryDrawing] say in
/// plain data what there is to see; the scripts beside this package, in the resources, draw it. Not here:
/// what is true of an execution, and how events are worded, which `reports.text` knows. Nobody but the
/// entrance of the reports and the Allure report needs this package.
@NullMarked
package dev.yank.reports.timeline;

import org.jspecify.annotations.NullMarked;
