/// A character device in the manner of the memory devices of CXL: the cdev holds the device that it is embedded in, and
/// an rwsem lets calls reach the hardware while it is there. Its twins are what happens where one of the two is
/// missing.
///
/// Depends on `dev.yank.harness.kernel`, and on nothing else of the project.
@NullMarked
package dev.yank.drivers.memdev;

import org.jspecify.annotations.NullMarked;
