/// A touch screen driver whose clean-up is left to devres, and its twins, each with one defect.
///
/// The part of the input layer that programs see, evdev, is here too. Depends on `dev.yank.drivers.pl061` for
/// its queue of events and on `dev.yank.harness.kernel`, and on nothing else of the project.
@NullMarked
package dev.yank.drivers.touch;

import org.jspecify.annotations.NullMarked;
