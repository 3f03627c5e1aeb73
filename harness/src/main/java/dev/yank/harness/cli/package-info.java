/// The command line: what a user types, and what is printed.
///
/// It puts the other packages together and decides nothing about drivers. Errors that the user can do
/// something about are one sentence and an exit status; reports come from whatever implements `Reporting`.
@NullMarked
package dev.yank.harness.cli;

import org.jspecify.annotations.NullMarked;
