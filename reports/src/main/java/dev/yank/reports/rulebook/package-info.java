/// The rules as a book to read: words from the feature files, sources from the rule book, drivers that keep
/// and break them.
///
/// The only package of the reports that knows Cucumber's parser. Not here: what a rule is, which the model
/// knows, and whether the feature files hold, which their tests know.
@NullMarked
package dev.yank.reports.rulebook;

import org.jspecify.annotations.NullMarked;
