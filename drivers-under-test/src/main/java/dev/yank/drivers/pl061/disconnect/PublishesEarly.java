package dev.yank.drivers.pl061.disconnect;

import static dev.yank.drivers.pl061.LineIoctl.edge_detection_start;
import static dev.yank.drivers.pl061.Pl061.pl061_init;
import static dev.yank.harness.kernel.AmbaDevice.amba_set_drvdata;
import static dev.yank.harness.kernel.Cdev.cdev_del;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.AmbaId;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R12 and nothing else: the node is live before the registers are mapped, and `cdev_add` makes it
/// live at once.
///
/// Source: `Documentation` of `cdev_device_add` in `fs/char_dev.c`, Linux kernel; the first of five defects
/// of `goldfish_pipe.c` is of the same kind.
///
/// The same mistake: CVE-2026-53400, CVE-2026-22986 (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "pl061-cdev-disconnect-publishes-early",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R12",
        summary = "The node is live before the registers are mapped.")
public final class PublishesEarly extends CdevDisconnect {

    @Override
    public int probe(AmbaDevice adev, AmbaId id) {
        State state = state_alloc(adev);
        if (state == null) {
            return -Errno.ENOMEM;
        }
        amba_set_drvdata(adev, state);
        @Var int err = setup_cdev(adev, state);
        if (err != 0) {
            put(state);
            return err;
        }
        err = pl061_init(state.pl061, adev);
        if (err == 0) {
            err = setup_irq(adev, state);
        }
        if (err != 0) {
            cdev_del(state.cdev);
            put(state);
            return err;
        }
        edge_detection_start(state.pl061, state.config_mutex);
        return 0;
    }
}
