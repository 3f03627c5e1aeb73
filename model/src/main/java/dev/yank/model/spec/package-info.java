/// What a specification is: a sequential machine that says, for a state and an operation, which effects are
/// allowed.
///
/// Concrete specifications are in the packages below this one, and the search for a linearization is in
/// `linearize`.
///
/// Depends on `java.*` only, and on no other package of ours.
@NullMarked
package dev.yank.model.spec;

import org.jspecify.annotations.NullMarked;
