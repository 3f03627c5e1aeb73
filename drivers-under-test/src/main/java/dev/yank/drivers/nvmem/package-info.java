/// Drivers below an upper layer, the nvmem core, which has the gate: whoever unregisters first needs none. Its twins
/// take
/// away first what the core may still call them to use.
///
/// Depends on `dev.yank.harness.kernel`, and on nothing else of the project.
@NullMarked
package dev.yank.drivers.nvmem;

import org.jspecify.annotations.NullMarked;
