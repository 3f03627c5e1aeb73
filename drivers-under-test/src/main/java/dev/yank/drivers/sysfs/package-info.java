/// A driver whose only door are attributes in sysfs, through one of which its device can be deleted, and its twins. Not
/// here: what the kernel promises about such files, which is in the port.
///
/// Depends on `dev.yank.harness.kernel`, and on nothing else of the project.
@NullMarked
package dev.yank.drivers.sysfs;

import org.jspecify.annotations.NullMarked;
