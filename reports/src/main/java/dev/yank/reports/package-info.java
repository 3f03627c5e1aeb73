/// How results are shown: the service that the harness finds, and the entry point of the build.
///
/// What is shown is put together in `text` and `allure`; nothing here decides anything about a driver. May
/// use every other package of the reports, and of the harness only `run` and the values that it holds.
@NullMarked
package dev.yank.reports;

import org.jspecify.annotations.NullMarked;
