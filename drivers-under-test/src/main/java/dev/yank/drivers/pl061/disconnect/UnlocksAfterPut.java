package dev.yank.drivers.pl061.disconnect;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R7 and nothing else: unlocks a mutex that lies inside what its own put has freed.
///
/// Source: the pattern of CVE-2026-23158, Linux kernel CVE records, 2026.
///
/// The same mistake: CVE-2022-49951 (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "pl061-cdev-disconnect-unlocks-after-put",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R7",
        summary = "release unlocks a mutex that lies in what its last put has freed.")
public final class UnlocksAfterPut extends CdevDisconnect {

    @Override
    void put_at_release(State state) {
        mutex_lock(state.config_mutex);
        put(state);
        mutex_unlock(state.config_mutex);
    }
}
