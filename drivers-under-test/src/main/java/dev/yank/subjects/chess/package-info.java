/// Work-stealing queues as those that CHESS was tried on, written anew from the published protocol.
///
/// Depends on the port (`dev.yank.harness.kernel`) and on nothing else of the project. Nobody depends on it.
@NullMarked
package dev.yank.subjects.chess;

import org.jspecify.annotations.NullMarked;
