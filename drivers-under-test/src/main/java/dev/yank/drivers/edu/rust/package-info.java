/// A Rust driver of the edu device whose registers and DMA memory are `Devres`.
///
/// Depends on `dev.yank.drivers.edu` and `dev.yank.harness.kernel`, and on nothing else of the project.
@NullMarked
package dev.yank.drivers.edu.rust;

import org.jspecify.annotations.NullMarked;
