/// Recorded histories as files: EDN as Jepsen writes it, JSON Lines, and the logs that Porcupine is tested with.
///
/// Reading is streaming and safe: what a file holds is data and is never evaluated. What the operations mean is not
/// here; that is up to the specifications of the model.
///
/// Depends on `model` only, and is the only package that knows edn-java.
@NullMarked
package dev.yank.harness.format;

import org.jspecify.annotations.NullMarked;
