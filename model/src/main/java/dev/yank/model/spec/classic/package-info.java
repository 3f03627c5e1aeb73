/// The objects that recorded histories are about: registers, mutex, queues, set, key-value store.
///
/// What drivers and devices do is not here, nor any reading of files: a specification here takes plain values.
///
/// Depends on `java.*` and `spec` only.
@NullMarked
package dev.yank.model.spec.classic;

import org.jspecify.annotations.NullMarked;
