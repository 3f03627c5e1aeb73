/// Drivers of the scratch device that look at its register some time after it interrupted: in a timer, work, delayed
/// work, a tasklet, the thread of an interrupt, or a thread of their own. Each comes with twins that stop it in a way
/// that does not: cancelled and armed again, or left alone because it was not pending. And the one that can be
/// unloaded.
///
/// [dev.yank.drivers.sampler.SamplerDriver] is what they share; each names its own way by which to sample later.
/// Depends on `dev.yank.harness.kernel` and on nothing else of the project.
@NullMarked
package dev.yank.drivers.sampler;

import org.jspecify.annotations.NullMarked;
