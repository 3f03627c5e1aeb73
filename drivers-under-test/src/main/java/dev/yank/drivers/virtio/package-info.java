/// Drivers of a register behind a virtio split ring, whose device need not be trusted. The driver keeps the ring by
/// itself,
/// so that each of the checks between it and the device can be left out by a twin.
///
/// Depends on `dev.yank.harness.kernel` and on nothing else of the project.
@NullMarked
package dev.yank.drivers.virtio;

import org.jspecify.annotations.NullMarked;
