/// Runs as files: Allure results, texts, histories and traces, and the HTML report that Allure makes from
/// results.
///
/// The only package that knows Allure. Uses `text` for words, and of the harness only `run` and the values
/// that it holds.
@NullMarked
package dev.yank.reports.allure;

import org.jspecify.annotations.NullMarked;
