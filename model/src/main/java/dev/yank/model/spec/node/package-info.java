/// Device nodes as user space holds them, whatever device is behind: what files answer while their instance of the
/// device is bound, and what they answer for ever afterwards.
///
/// What a device answers is data, which comes with each operation; only lines of GPIO chips have a state of their own.
/// Depends on `model.spec` and `model.rule` only.
@NullMarked
package dev.yank.model.spec.node;

import org.jspecify.annotations.NullMarked;
