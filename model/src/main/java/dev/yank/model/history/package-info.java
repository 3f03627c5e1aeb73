/// What clients saw: operations invoked and completed, in real-time order, in the shapes and words of Jepsen.
///
/// What happened inside the kernel is not here, nor any judgement: a history can be kept, printed and judged
/// without the simulator that produced it. Reading files is not here either.
///
/// Depends on `java.*` only, and on no other package of ours.
@NullMarked
package dev.yank.model.history;

import org.jspecify.annotations.NullMarked;
