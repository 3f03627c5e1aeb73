/// Counterexamples and runs as plain text: a timeline with one column a task, a table with one line a driver.
///
/// No files and no Allure here. Uses the model and the results of `dev.yank.harness.run`, and no other
/// package of the reports.
@NullMarked
package dev.yank.reports.text;

import org.jspecify.annotations.NullMarked;
