package dev.yank.harness.kernel;

import org.jspecify.annotations.Nullable;

/// `struct inode` of a device node.
///
/// @param i_cdev the character device behind the node, or null where it is a [Miscdevice]
/// @param minor the number of the node
public record Inode(@Nullable Cdev i_cdev, int minor) {}
