/// Random programs, as jqwik arbitraries: whole programs as single values, so that sample-first replay, edge
/// cases and statistics work in properties.
///
/// This package and `property` are the only ones that know jqwik. Depends on `program` and the model's
/// alphabet.
@NullMarked
package dev.yank.harness.generate;

import org.jspecify.annotations.NullMarked;
