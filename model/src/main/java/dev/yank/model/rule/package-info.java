/// The rules a driver is judged by, the policies where real subsystems disagree, and the words in which a
/// judgement is given.
///
/// How a rule is decided is not here: specifications are in `spec`, judges of traces in `trace`.
///
/// Depends on `java.*` only, and on no other package of ours.
@NullMarked
package dev.yank.model.rule;

import org.jspecify.annotations.NullMarked;
