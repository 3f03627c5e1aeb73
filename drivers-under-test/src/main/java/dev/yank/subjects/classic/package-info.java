/// Textbook algorithms for mutual exclusion and lock-free structures, right and wrong.
///
/// Depends on the port (`dev.yank.harness.kernel`) and on nothing else of the project. Nobody depends on it.
@NullMarked
package dev.yank.subjects.classic;

import org.jspecify.annotations.NullMarked;
