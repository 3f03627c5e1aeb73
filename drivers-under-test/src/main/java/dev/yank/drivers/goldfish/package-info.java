/// The goldfish pipe driver as it should be, and its twins: each has one of the defects of the original.
///
/// Depends on `dev.yank.harness.kernel`, and on nothing else of the project.
@NullMarked
package dev.yank.drivers.goldfish;

import org.jspecify.annotations.NullMarked;
