/// Random programs: for properties as jqwik arbitraries, whole programs as single values, so that sample-first
/// replay, edge cases and statistics work; for runs from a seed, first a shape and then a program of it.
///
/// This package and `property` are the only ones that know jqwik. Depends on `program`, on the generator of
/// `schedule`, and on the model's alphabet.
@NullMarked
package dev.yank.harness.generate;

import org.jspecify.annotations.NullMarked;
