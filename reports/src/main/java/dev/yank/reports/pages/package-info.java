/// What all pages of the reports share: the template engine, which escapes whatever is put into a page, and
/// the style.
///
/// Not here: what a page says. The only package that knows FreeMarker; uses nothing of ours.
@NullMarked
package dev.yank.reports.pages;

import org.jspecify.annotations.NullMarked;
