/// One device file, V1 to V6: right, and wrong in five ways of growing depth. The same subject was measured
/// with other tools.
///
/// Depends on the port (`dev.yank.harness.kernel`) and on nothing else of the project. Nobody depends on it.
@NullMarked
package dev.yank.subjects.device;

import org.jspecify.annotations.NullMarked;
