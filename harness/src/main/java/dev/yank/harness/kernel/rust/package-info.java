/// What Rust drivers are written with, named and behaving as in `rust/kernel`: `Arc` and `Weak`, `Revocable`,
/// `Devres`, locks with guards, registrations.
///
/// A guard is `AutoCloseable`, so that the end of a `try` block drops it where Rust would. A value that
/// implements [Drop] has its destructor run when its owner drops it. Depends on `dev.yank.harness.kernel` and
/// `dev.yank.model.trace`.
@NullMarked
package dev.yank.harness.kernel.rust;

import org.jspecify.annotations.NullMarked;
