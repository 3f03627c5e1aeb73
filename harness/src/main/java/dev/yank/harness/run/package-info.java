/// Trials: drivers and their promises, executions under a budget, what they found, counterexamples, replay
/// tokens, and what is told to whoever shows it.
///
/// Uses every other package of the harness but `cli` and `generate`; knows no report format.
@NullMarked
package dev.yank.harness.run;

import org.jspecify.annotations.NullMarked;
