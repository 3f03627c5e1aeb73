/// Generated mutants: one change at one call of a driver, made in its class file before that is
/// instrumented.
///
/// Here is what can be changed, where, and how it is done; which classes are the driver's, and what becomes
/// of the changed class file, is known to `instrument`. Nothing here looks at more than one method body at
/// a time.
///
/// Depends on `java.*` (`java.lang.classfile`) and JSpecify; on nothing else of ours.
@NullMarked
package dev.yank.harness.mutate;

import org.jspecify.annotations.NullMarked;
