/// Bugs of real programs as the literature describes them, each cut down to the tasks and accesses that matter.
///
/// Depends on the port (`dev.yank.harness.kernel`) and on nothing else of the project. Nobody depends on it.
@NullMarked
package dev.yank.subjects.real;

import org.jspecify.annotations.NullMarked;
