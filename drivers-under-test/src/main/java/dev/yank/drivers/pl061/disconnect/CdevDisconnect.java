package dev.yank.drivers.pl061.disconnect;

import static dev.yank.drivers.pl061.LineIoctl.edge_detection_start;
import static dev.yank.drivers.pl061.Pl061.pl061_init;
import static dev.yank.drivers.pl061.Pl061.pl061_resume;
import static dev.yank.drivers.pl061.Pl061.pl061_suspend;
import static dev.yank.drivers.pl061.disconnect.CallGate.cdev_disconnect;
import static dev.yank.drivers.pl061.disconnect.State.irq_handler;
import static dev.yank.harness.kernel.AmbaDevice.amba_get_drvdata;
import static dev.yank.harness.kernel.AmbaDevice.amba_set_drvdata;
import static dev.yank.harness.kernel.Cdev.cdev_add;
import static dev.yank.harness.kernel.Cdev.cdev_del;
import static dev.yank.harness.kernel.Cdev.cdev_init;
import static dev.yank.harness.kernel.Device.dev_get_drvdata;
import static dev.yank.harness.kernel.Device.get_device;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.Irq.request_irq;
import static dev.yank.harness.kernel.Kref.kref_get_unless_zero;
import static dev.yank.harness.kernel.Kref.kref_init;
import static dev.yank.harness.kernel.Kref.kref_put;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.pl061.Pl061Registers;
import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.AmbaDriver;
import dev.yank.harness.kernel.AmbaId;
import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Irq;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UnderTest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conforms: the recipe of `cdev_disconnect`, step by step. Turn new calls away; stop the interrupt and wake
/// whoever sleeps; wait for the calls that are inside; take the node away; the last reference frees the
/// state, without any I/O.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, L.
/// Pinchart, 2021.
@UnderTest(
        name = "pl061-cdev-disconnect",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        summary = "Pinchart's recipe: turn calls away, wake sleepers, wait for calls, free at the last close.")
public class CdevDisconnect implements AmbaDriver {

    final Mutex minors_lock = new Mutex();

    /// What open looks up. It holds no reference: the last put takes the state out of it.
    @Var
    private @Nullable State minor;

    @Override
    public final List<AmbaId> id_table() {
        return List.of(new AmbaId(Pl061Registers.AMBA_ID, Pl061Registers.AMBA_MASK));
    }

    @Override
    public int probe(AmbaDevice adev, AmbaId id) {
        State state = state_alloc(adev);
        if (state == null) {
            return -Errno.ENOMEM;
        }
        amba_set_drvdata(adev, state);
        @Var int err = pl061_init(state.pl061, adev);
        if (err != 0) {
            put(state);
            return err;
        }
        err = setup_irq(adev, state);
        if (err != 0) {
            put(state);
            return err;
        }
        err = setup_cdev(adev, state);
        if (err != 0) {
            undo_irq(adev, state);
            put(state);
            return err;
        }
        edge_detection_start(state.pl061, state.config_mutex);
        return 0;
    }

    @Override
    public final void remove(AmbaDevice adev) {
        State state = amba_get_drvdata(adev);
        cdev_disconnect(state.gate);
        free_irq(adev, state);
        wake_sleepers(state);
        wait_for_calls(state);
        cdev_del(state.cdev);
        put_in_remove(state);
    }

    @Override
    public final int suspend(Device dev) {
        State state = dev_get_drvdata(dev);
        return pl061_suspend(state.pl061);
    }

    @Override
    public final int resume(Device dev) {
        State state = dev_get_drvdata(dev);
        return pl061_resume(state.pl061);
    }

    final @Nullable State state_alloc(AmbaDevice adev) {
        State state = kzalloc(new State());
        if (state != null) {
            kref_init(state.kref);
            state.parent = get_device(adev.dev());
        }
        return state;
    }

    final int setup_cdev(AmbaDevice adev, State state) {
        state.cdev = new Cdev();
        mutex_lock(minors_lock);
        minor = state;
        mutex_unlock(minors_lock);
        cdev_init(state.cdev, new Fops(this));
        return cdev_add(state.cdev, adev.dev().devt());
    }

    final void put(State state) {
        kref_put(state.kref, () -> state_release(state));
    }

    @SuppressWarnings("ReferenceEquality")
    private void state_release(State state) {
        mutex_lock(minors_lock);
        if (minor == state) {
            minor = null;
        }
        mutex_unlock(minors_lock);
        put_device(state.parent);
        kfree(state);
    }

    /// As [#lookup], for a caller that holds the lock.
    @SuppressWarnings("ReferenceEquality") // a cdev is its address
    final @Nullable State lookup_locked(Inode inode) {
        State candidate = minor;
        boolean found = candidate != null && candidate.cdev == inode.i_cdev() && get(candidate);
        return found ? candidate : null;
    }

    // What the twins do differently.

    /// The state behind the node, with a reference, or null where it is on its way out.
    @Nullable
    State lookup(Inode inode) {
        mutex_lock(minors_lock);
        State found = lookup_locked(inode);
        mutex_unlock(minors_lock);
        return found;
    }

    int setup_irq(AmbaDevice adev, State state) {
        return request_irq(adev.irq(), (_, _) -> irq_handler(state), "pl061", state);
    }

    void free_irq(AmbaDevice adev, State state) {
        Irq.free_irq(adev.irq(), state);
    }

    void undo_irq(AmbaDevice adev, State state) {
        free_irq(adev, state);
    }

    void wake_sleepers(State state) {
        wake_up(state.wait);
    }

    void wait_for_calls(State state) {
        CallGate.wait_for_calls(state.gate);
    }

    void put_in_remove(State state) {
        put(state);
    }

    boolean get(State state) {
        return kref_get_unless_zero(state.kref);
    }

    void put_after_failed_open(State state) {
        put(state);
    }

    void put_at_release(State state) {
        put(state);
    }

    /// What a call through a dead file answers.
    int disconnected(File file) {
        return -Errno.ENXIO;
    }

    /// What poll shows on a file of a device that is gone.
    int poll_disconnected() {
        return Poll.EPOLLHUP | Poll.EPOLLERR;
    }
}
