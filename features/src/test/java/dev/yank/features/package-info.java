/// The rules in words are run here: the glue that turns the steps of the feature files into programs, performs
/// them on drivers and asks the judges.
///
/// What is right is not decided here; the rules and their judges are those of the model and the harness.
///
/// Depends on `model`, `harness` and the drivers; nothing depends on it.
@NullMarked
package dev.yank.features;

import org.jspecify.annotations.NullMarked;
