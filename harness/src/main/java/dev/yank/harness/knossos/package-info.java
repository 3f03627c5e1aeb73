/// Second opinions about histories: our own engine in Clojure, in the style of Knossos, and Knossos itself where it is
/// on the class path.
///
/// Clojure is loaded when it is asked for, and no sooner. What operations mean is not here; specifications of the
/// model are presented to Clojure as they are.
///
/// Depends on `model` only, and is the only package that knows Clojure.
@NullMarked
package dev.yank.harness.knossos;

import org.jspecify.annotations.NullMarked;
