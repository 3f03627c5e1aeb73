/// Pictures of a run: which strategy caught which twin, how coverage grew, how long twins hid, how fast
/// drivers were tried.
///
/// The only package that knows JFreeChart and Batik. Not here: where the numbers come from, which the
/// record of the run says.
@NullMarked
package dev.yank.reports.dashboard;

import org.jspecify.annotations.NullMarked;
