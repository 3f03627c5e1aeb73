/// The port: everything that a driver may call and must implement, named and behaving as in Linux.
///
/// A class stands for a structure of the kernel (`Mutex` for `struct mutex`) and carries the functions that
/// its header declares as static methods under their Linux names, so that a driver reads like its C original
/// after `import static ….Mutex.*` in place of `#include <linux/mutex.h>`. What Rust drivers use is in
/// `dev.yank.harness.kernel.rust`. Each mechanism is written over [Machine], the little that it needs of
/// whatever runs the tasks. Nothing here decides what is right: it emits events, and `dev.yank.model.trace`
/// judges them.
///
/// Depends on `dev.yank.model.trace` for the vocabulary of events, and on nothing else of the project.
@NullMarked
package dev.yank.harness.kernel;

import org.jspecify.annotations.NullMarked;
