package dev.yank.drivers.pl061;

import static dev.yank.drivers.pl061.EventFifo.kfifo_get;
import static dev.yank.drivers.pl061.EventFifo.kfifo_is_empty_spinlocked;
import static dev.yank.drivers.pl061.EventFifo.kfifo_put;
import static dev.yank.drivers.pl061.LineIoctl.edge_detection_start;
import static dev.yank.drivers.pl061.LineIoctl.line_ioctl;
import static dev.yank.drivers.pl061.Pl061.pl061_init;
import static dev.yank.drivers.pl061.Pl061.pl061_irq_handler;
import static dev.yank.drivers.pl061.Pl061.pl061_resume;
import static dev.yank.drivers.pl061.Pl061.pl061_suspend;
import static dev.yank.harness.kernel.AmbaDevice.amba_get_drvdata;
import static dev.yank.harness.kernel.AmbaDevice.amba_set_drvdata;
import static dev.yank.harness.kernel.Cdev.cdev_add;
import static dev.yank.harness.kernel.Cdev.cdev_del;
import static dev.yank.harness.kernel.Cdev.cdev_init;
import static dev.yank.harness.kernel.Device.dev_get_drvdata;
import static dev.yank.harness.kernel.Devm.devm_kzalloc;
import static dev.yank.harness.kernel.Irq.devm_request_irq;
import static dev.yank.harness.kernel.Rwonce.READ_ONCE;
import static dev.yank.harness.kernel.Rwonce.WRITE_ONCE;
import static dev.yank.harness.kernel.UserBuffer.put_user;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event_interruptible;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.AmbaDriver;
import dev.yank.harness.kernel.AmbaId;
import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.UserBuffer;
import dev.yank.harness.kernel.WaitQueueHead;
import java.util.List;
import java.util.Objects;

/// Breaks R34: keeps what open files reach in memory that devres frees at unbind. "Open, keep open, unplug,
/// close."
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, L.
/// Pinchart, 2021.
///
/// The same mistake: CVE-2024-57979 (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "pl061-devm-state",
        device = "pl061",
        policy = "P1=ENODEV P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R34",
        summary = "State that open files reach comes from devm_kzalloc and is freed under them.")
public class DevmState implements AmbaDriver {

    /// What the driver keeps for each device.
    static final class State {
        final Pl061 pl061 = new Pl061();
        final Mutex config_mutex = new Mutex();
        final EventFifo events = new EventFifo();
        final WaitQueueHead wait = new WaitQueueHead();

        /// From `cdev_alloc()`: it has a life of its own.
        @Var
        Cdev cdev = new Cdev();

        @Var
        boolean gone;
    }

    /// @param container what `container_of(inode->i_cdev, struct state, cdev)` finds
    record Fops(State container) implements FileOperations {

        @Override
        public int open(Inode inode, File file) {
            if (READ_ONCE(container.gone)) {
                return -Errno.ENODEV;
            }
            file.private_data = container;
            return 0;
        }

        @Override
        public int read(File file, UserBuffer buffer) {
            State state = stateOf(file);
            while (true) {
                if (READ_ONCE(state.gone)) {
                    return -Errno.ENODEV;
                }
                int line = kfifo_get(state.events);
                if (line != EventFifo.NONE) {
                    put_user(line, buffer);
                    return 1;
                }
                if (buffer.nowait()) {
                    return -Errno.EAGAIN;
                }
                wait_event_interruptible(
                        state.wait, () -> READ_ONCE(state.gone) || !kfifo_is_empty_spinlocked(state.events));
            }
        }

        @Override
        public int ioctl(File file, int command, UserBuffer argument) {
            State state = stateOf(file);
            return READ_ONCE(state.gone)
                    ? -Errno.ENODEV
                    : line_ioctl(state.pl061, state.config_mutex, command, argument);
        }

        @Override
        public int poll(File file) {
            State state = stateOf(file);
            if (READ_ONCE(state.gone)) {
                return Poll.EPOLLHUP | Poll.EPOLLERR;
            }
            return kfifo_is_empty_spinlocked(state.events) ? 0 : Poll.EPOLLIN;
        }

        private static State stateOf(File file) {
            return (State) Objects.requireNonNull(file.private_data);
        }
    }

    @Override
    public List<AmbaId> id_table() {
        return List.of(new AmbaId(Pl061Registers.AMBA_ID, Pl061Registers.AMBA_MASK));
    }

    @Override
    public int probe(AmbaDevice adev, AmbaId id) {
        State state = devm_kzalloc(adev.dev(), new State());
        if (state == null) {
            return -Errno.ENOMEM;
        }
        @Var int err = pl061_init(state.pl061, adev);
        if (err != 0) {
            return err;
        }
        err = devm_request_irq(adev.dev(), adev.irq(), (_, _) -> interrupt(state), "pl061", state);
        if (err != 0) {
            return err;
        }
        amba_set_drvdata(adev, state);
        cdev_init(state.cdev, new Fops(state));
        err = cdev_add(state.cdev, adev.dev().devt());
        if (err != 0) {
            return err;
        }
        edge_detection_start(state.pl061, state.config_mutex);
        return 0;
    }

    private static int interrupt(State state) {
        return pl061_irq_handler(state.pl061, line -> {
            if (!READ_ONCE(state.gone)) {
                kfifo_put(state.events, line);
                wake_up(state.wait);
            }
        });
    }

    @Override
    public void remove(AmbaDevice adev) {
        State state = amba_get_drvdata(adev);
        state.gone = WRITE_ONCE(true);
        wake_up(state.wait);
        cdev_del(state.cdev);
    }

    @Override
    public int suspend(Device dev) {
        State state = dev_get_drvdata(dev);
        return pl061_suspend(state.pl061);
    }

    @Override
    public int resume(Device dev) {
        State state = dev_get_drvdata(dev);
        return pl061_resume(state.pl061);
    }
}
