/// A Rust driver of the simplest device there is, for what it hands to C and takes back: private data, files and
/// cookies; and its twins, each with one defect.
///
/// Depends on `dev.yank.harness.kernel`, and on nothing else of the project.
@NullMarked
package dev.yank.drivers.scratch;

import org.jspecify.annotations.NullMarked;
