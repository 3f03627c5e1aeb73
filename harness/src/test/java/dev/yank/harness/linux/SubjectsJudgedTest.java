package dev.yank.harness.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Histories of the subjects on amd64, as the facts about held files have them.
final class SubjectsJudgedTest {

    private static final int ENODEV = -19;
    private static final int ENOENT = -2;
    private static final int EINVAL = -22;
    private static final int EIO = -5;
    private static final int EBUSY = -16;

    @Test
    void aFileOfASharedNodeServesTheNextDeviceAndConforms() {
        assertThat(new Runs("hwrng")
                        .did(0, "open hwrng", 0, 0, 0, 10, 0)
                        .did(0, "hwrng read", 0, 0, 20, 30, 16)
                        .did(1, "unbind", 0, 0, 40, 50, 0)
                        .did(0, "hwrng read", 0, 0, 60, 70, ENODEV)
                        .did(0, "open hwrng", 0, 1, 71, 75, 0)
                        .did(1, "bind", 0, 0, 80, 90, 0)
                        .did(0, "hwrng read", 0, 0, 100, 110, 16)
                        .rules())
                .isEmpty();
    }

    @Test
    void aSharedNodeThatAnswersWithoutAnyDeviceBreaksR20() {
        assertThat(new Runs("hwrng")
                        .did(0, "open hwrng", 0, 0, 0, 10, 0)
                        .did(1, "unbind", 0, 0, 40, 50, 0)
                        .did(0, "hwrng read", 0, 0, 60, 70, 16)
                        .rules())
                .containsExactly("R20");
    }

    @Test
    void deadFilesOfUioAnswerEioAndTheMaskOfTheirKernel() {
        assertThat(new Runs("uio")
                        .did(0, "open uio", 0, 0, 0, 10, 0)
                        .hung(0, "uio read", 0, 20, 2_000_060, EIO)
                        .did(1, "unplug", 0, 0, 40, 50, 0)
                        .did(0, "uio write", 0, 0, 2_000_070, 2_000_075, EINVAL)
                        .did(0, "uio poll", 0, 0, 2_000_080, 2_000_085, 0x19)
                        .did(0, "uio map", 0, 0, 2_000_090, 2_000_095, EINVAL)
                        .rules())
                .containsExactly("R22"); // the read was answered only after a signal
    }

    @Test
    void aDeviceThatTheBusForgotComesBackByLookingForItNotByBinding() {
        var run = new Runs("watchdog")
                .did(0, "remove", 0, 0, 0, 10, 0)
                .did(0, "bind", 0, 0, 20, 30, ENODEV)
                .did(0, "rescan", 0, 0, 40, 50, 0)
                .did(0, "open watchdog", 0, 0, 60, 70, 0)
                .did(1, "open watchdog", 0, 1, 75, 80, EBUSY);
        assertThat(run.rules()).isEmpty();
        assertThat(run.did(0, "bind", 0, 0, 90, 95, 0).rules()).containsExactly("L1");
    }

    @Test
    void aDeviceThatIsThereAndBoundCanBeOpenedUnlessItComesOrGoes() {
        assertThat(new Runs("watchdog")
                        .did(0, "open watchdog", 0, 0, 0, 10, ENOENT)
                        .rules())
                .containsExactly("L1");
        assertThat(new Runs("watchdog")
                        .did(1, "open watchdog", 0, 0, 0, 10, 0)
                        .did(0, "remove", 0, 0, 20, 100, 0)
                        .did(2, "open watchdog", 0, 1, 30, 40, ENOENT)
                        .did(1, "watchdog keep-alive", 0, 0, 50, 60, 0)
                        .rules())
                .isEmpty();
    }

    @Test
    void aDeviceThatIsPluggedInComesWhenTheKernelFindsIt() {
        var run = new Runs("hwrng")
                .did(0, "open hwrng", 0, 0, 0, 10, 0)
                .did(1, "unplug", 0, 0, 20, 30, 0)
                .did(1, "plug", 0, 0, 40, 50, 0)
                .did(1, "unbind", 0, 0, 60, 70, ENODEV)
                .did(0, "hwrng read", 0, 0, 80, 90, ENODEV)
                .did(0, "hwrng read", 0, 0, 100, 110, 16);
        assertThat(run.rules()).isEmpty();
        assertThat(run.did(0, "hwrng read", 0, 0, 120, 130, ENODEV).rules()).containsExactly("L1");
    }

    @Test
    void aDeviceThatComesMayBeBoundByWhoeverIsFirst() {
        assertThat(new Runs("nvme")
                        .did(1, "remove", 0, 0, 20, 30, 0)
                        .did(1, "rescan", 0, 0, 40, 50, 0)
                        .did(1, "bind", 0, 0, 60, 70, 0)
                        .did(0, "open namespace", 0, 0, 80, 90, 0)
                        .did(1, "bind", 0, 0, 100, 110, EBUSY)
                        .rules())
                .isEmpty();
    }

    @Test
    void aCallThatIsStillInsideLongAfterRemovalReturnedBreaksR21() {
        var run = new Runs("nvme").did(0, "open namespace", 0, 0, 0, 10, 0).did(1, "unbind", 0, 0, 40, 50, 0);
        assertThat(run.did(0, "namespace flush", 0, 0, 20, 400_000, 0).rules()).containsExactly("R21");
        assertThat(new Runs("nvme")
                        .did(0, "open namespace", 0, 0, 0, 10, 0)
                        .did(1, "unbind", 0, 0, 40, 50, 0)
                        .did(0, "namespace flush", 0, 0, 20, 5_000, 0)
                        .rules())
                .isEmpty();
    }

    @Test
    void freedMemoryInWhatIsReadBreaksR34() {
        var run = new Runs("uio").did(0, "open uio", 0, 0, 0, 10, 0).poisoned(0, "uio read", 0, 20, 30, 4);
        assertThat(run.rules()).containsExactly("R34");
    }
}
