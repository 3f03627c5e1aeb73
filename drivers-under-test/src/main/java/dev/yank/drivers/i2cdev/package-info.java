/// Adapters by number, in the manner of the I2C core and i2c-dev: open looks the adapter up, and removing it waits
/// until
/// the last file is closed (policy P3). The twins get the table wrong.
///
/// Depends on `dev.yank.harness.kernel`, and on nothing else of the project.
@NullMarked
package dev.yank.drivers.i2cdev;

import org.jspecify.annotations.NullMarked;
