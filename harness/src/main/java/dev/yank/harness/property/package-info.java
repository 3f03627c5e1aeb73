/// Properties that every driver should have, as jqwik suites: a test class names a driver by implementing one
/// interface, and has it tried with arbitrary programs under arbitrary schedules.
///
/// No judgement is made here; `run` performs and judges. Knows jqwik's API, `generate`, `run` and what they
/// speak of, and nothing else of the project knows it.
@NullMarked
package dev.yank.harness.property;

import org.jspecify.annotations.NullMarked;
