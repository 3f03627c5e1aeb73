/// A voltage supply on a device that may be unplugged, the regulator core that keeps its consumers apart
/// from its driver, and a consumer inside the kernel.
///
/// Depends on `dev.yank.harness.kernel`, and on nothing else of the project.
@NullMarked
package dev.yank.drivers.regulator;

import org.jspecify.annotations.NullMarked;
