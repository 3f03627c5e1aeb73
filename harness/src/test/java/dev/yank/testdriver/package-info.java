/// Small drivers and driver-like classes that the tests of the harness rewrite and run.
///
/// They are plain on purpose, and have no tests of their own. They know the kernel's port and nothing else of
/// ours.
@NullMarked
package dev.yank.testdriver;

import org.jspecify.annotations.NullMarked;
