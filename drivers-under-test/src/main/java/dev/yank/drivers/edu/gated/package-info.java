/// A C driver of the edu device that keeps operations out with a gate, and its twins, each with one defect.
///
/// Each twin overrides one step of the driver; the annotation names the rule that it breaks. Depends on
/// `dev.yank.drivers.edu` and `dev.yank.harness.kernel`, and on nothing else of the project.
@NullMarked
package dev.yank.drivers.edu.gated;

import org.jspecify.annotations.NullMarked;
