/// Tests of the project's drivers, all through the harness: every driver has the verdict that is expected of
/// it, and the conforming ones have the properties that every driver should have.
///
/// Drivers are known here by name only; how they are made is not tested.
@NullMarked
package dev.yank.drivers;

import org.jspecify.annotations.NullMarked;
