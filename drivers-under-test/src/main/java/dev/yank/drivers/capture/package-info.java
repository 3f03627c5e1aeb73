/// Two doors to one device: a camera with a node for pictures and one for what is known about them. The nodes are
/// children of the bridge, and share buffers.
///
/// Depends on `dev.yank.harness.kernel`, and on nothing else of the project.
@NullMarked
package dev.yank.drivers.capture;

import org.jspecify.annotations.NullMarked;
