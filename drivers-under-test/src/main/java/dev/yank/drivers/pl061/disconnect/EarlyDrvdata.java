package dev.yank.drivers.pl061.disconnect;

import static dev.yank.drivers.pl061.LineIoctl.edge_detection_start;
import static dev.yank.drivers.pl061.Pl061.pl061_init;
import static dev.yank.drivers.pl061.disconnect.State.irq_handler;
import static dev.yank.harness.kernel.AmbaDevice.amba_get_drvdata;
import static dev.yank.harness.kernel.AmbaDevice.amba_set_drvdata;
import static dev.yank.harness.kernel.Cdev.cdev_del;
import static dev.yank.harness.kernel.Irq.request_irq;
import static dev.yank.harness.kernel.Rwonce.READ_ONCE;
import static dev.yank.harness.kernel.Rwonce.WRITE_ONCE;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.AmbaId;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R13 and nothing else: the interrupt handler borrows drvdata, and open asks it whether the
/// device is bound, but probe sets it last.
///
/// The same mistake: CVE-2025-21822, CVE-2026-72424 (Linux kernel CVE records and history, 2020 to
/// 2026).
@UnderTest(
        name = "pl061-cdev-disconnect-early-drvdata",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R13",
        summary = "The interrupt handler and open borrow drvdata, which probe sets last.")
public final class EarlyDrvdata extends CdevDisconnect {

    @Var
    private @Nullable AmbaDevice adev;

    @Override
    public int probe(AmbaDevice adev, AmbaId id) {
        State state = state_alloc(adev);
        if (state == null) {
            return -Errno.ENOMEM;
        }
        this.adev = WRITE_ONCE(adev);
        @Var int err = pl061_init(state.pl061, adev);
        if (err != 0) {
            put(state);
            return err;
        }
        edge_detection_start(state.pl061, state.config_mutex);
        err = setup_cdev(adev, state);
        if (err != 0) {
            put(state);
            return err;
        }
        err = setup_irq(adev, state);
        if (err != 0) {
            cdev_del(state.cdev);
            put(state);
            return err;
        }
        amba_set_drvdata(adev, state);
        return 0;
    }

    @Override
    int setup_irq(AmbaDevice adev, State state) {
        return request_irq(adev.irq(), (_, _) -> irq_handler(amba_get_drvdata(adev)), "pl061", state);
    }

    @Override
    @Nullable
    State lookup(Inode inode) {
        AmbaDevice probed = READ_ONCE(adev);
        State bound = probed == null ? null : amba_get_drvdata(probed);
        return bound == null ? null : super.lookup(inode);
    }
}
