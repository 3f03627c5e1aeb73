/// The PL061 behind gpiolib, as gpiolib was and is: the chip belongs to the driver and goes at unbind, the
/// gpio_device belongs to the open files and stays.
///
/// The chip itself is in `dev.yank.drivers.pl061`; here is only what stands between it and programs. Depends
/// on that package and on `dev.yank.harness.kernel`.
@NullMarked
package dev.yank.drivers.pl061.gpiolib;

import org.jspecify.annotations.NullMarked;
