package dev.yank.drivers.edu.gated;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R30 and nothing else: the error handler tears down, and then remove does, as though nothing had happened.
@UnderTest(
        name = "edu-tears-down-twice",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "R30",
        summary = "Error handler and remove both tear the device down.")
public final class EduTearsDownTwice extends EduRecovers {

    @Override
    boolean begins_teardown(EduLost edu) {
        return true;
    }
}
