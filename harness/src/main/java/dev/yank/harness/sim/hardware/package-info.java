/// Register-level models of hardware: what a driver reads and writes, what the outside world sees, and which
/// interrupts come of it.
///
/// Not here: address spaces, interrupt controllers, tasks, time and every judgement about a driver; a model
/// asks for them through [dev.yank.harness.sim.hardware.DeviceClock],
/// [dev.yank.harness.sim.hardware.InterruptLine], [dev.yank.harness.sim.hardware.MessageInterrupt],
/// [dev.yank.harness.sim.hardware.SystemMemory] and [dev.yank.harness.sim.hardware.HardwareLog], and each of
/// these is the simulated kernel's to answer.
///
/// Dependency rule: `java.*`, JSpecify and Error Prone annotations; nothing of ours. Models are deterministic
/// and single-threaded: equal accesses in equal order give equal answers.
@NullMarked
package dev.yank.harness.sim.hardware;

import org.jspecify.annotations.NullMarked;
