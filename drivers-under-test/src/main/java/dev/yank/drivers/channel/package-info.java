/// The hardware behind several gates: a channel to the host over which bytes come, with what any driver of it needs,
/// whatever subsystem shows it to user space. It is no driver.
///
/// Depends on `dev.yank.harness.kernel`, and on nothing else of the project.
@NullMarked
package dev.yank.drivers.channel;

import org.jspecify.annotations.NullMarked;
