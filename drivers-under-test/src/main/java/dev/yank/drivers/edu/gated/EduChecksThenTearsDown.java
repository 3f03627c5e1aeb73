package dev.yank.drivers.edu.gated;

import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Atomic.atomic_set;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R30 and nothing else: looks whether somebody tears down, and only then says that it does. The work of a lost
/// device and the error handler can both have looked before.
@UnderTest(
        name = "edu-checks-then-tears-down",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "R30",
        summary = "Looks whether the teardown has begun and then begins it, in two steps.")
public final class EduChecksThenTearsDown extends EduRecovers {

    @Override
    boolean begins_teardown(EduLost edu) {
        boolean first = atomic_read(edu.torn) == 0;
        atomic_set(edu.torn, 1);
        return first;
    }
}
