/// Registers that processes map: what a mapping leads to once the device is gone is policy P7, and two of its answers
/// are
/// here. The twins leave mappings that reach whatever comes to the same place.
///
/// Depends on `dev.yank.harness.kernel`, and on nothing else of the project.
@NullMarked
package dev.yank.drivers.frame;

import org.jspecify.annotations.NullMarked;
