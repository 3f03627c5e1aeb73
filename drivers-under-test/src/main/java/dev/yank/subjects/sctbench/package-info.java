/// Subjects of the CS suite as SCTBench has it, written anew from what was published about them.
///
/// Depends on the port (`dev.yank.harness.kernel`) and on nothing else of the project. Nobody depends on it.
@NullMarked
package dev.yank.subjects.sctbench;

import org.jspecify.annotations.NullMarked;
