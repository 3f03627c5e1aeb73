/// What is kept of a run for whoever shows it later: plain data, written as JSON.
///
/// Not here: what is shown of it and how. May use `text` for words, and of the harness `run` and
/// `coverage`.
@NullMarked
package dev.yank.reports.record;

import org.jspecify.annotations.NullMarked;
