/// The simulated machine behind the port: tasks, the heap and its shadow, buses with their devices, the
/// processes that perform a program, and the record of what they saw.
///
/// It carries out, it does not judge: rules are in `dev.yank.model`. One [SimulatedMachine] is one execution.
/// Depends on `kernel`, `schedule`, `program`, `sim.hardware` and the model.
@NullMarked
package dev.yank.harness.sim;

import org.jspecify.annotations.NullMarked;
