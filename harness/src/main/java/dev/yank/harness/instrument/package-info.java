/// Turns plain driver classes into classes with scheduling points and shadow-memory checks.
///
/// A scheduling point comes *before* the operation it belongs to, always: the hook is called, and only then
/// is the field read, the element stored or the jump taken. What a hook does is not here; it belongs to the
/// kernel.
///
/// Depends on `java.*` (`java.lang.classfile` for the rewriting), JSpecify and, by name only, on
/// `dev.yank.harness.kernel`; on nothing else of ours.
///
/// What looks like a mistake and is not:
///
/// - A constructor's own fields have no hooks: the object is not published yet, and `uninitializedThis` may
/// not be handed to a hook.
/// - Static initialisers have no hooks: they pin continuations, and run before any execution begins.
/// - Filling a fresh array from its initialiser (`{1, 2, 3}`, variable arguments) has no hooks, and neither
/// has the hidden table of a `switch` over an enum: nobody else can see either of them.
/// - A hook may be handed `null`: it says nothing then, and the instruction behind it throws.
@NullMarked
package dev.yank.harness.instrument;

import org.jspecify.annotations.NullMarked;
