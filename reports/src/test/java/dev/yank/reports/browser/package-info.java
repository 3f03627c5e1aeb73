/// Pages are opened in a real browser here: the harness for such tests, and the tests.
///
/// Not here: what pages are made of, which is tested without a browser beside the code that makes them.
/// Only this package knows Playwright.
@NullMarked
package dev.yank.reports.browser;

import org.jspecify.annotations.NullMarked;
