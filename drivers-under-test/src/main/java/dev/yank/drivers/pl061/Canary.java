package dev.yank.drivers.pl061;

import static dev.yank.drivers.pl061.LineIoctl.line_ioctl;
import static dev.yank.drivers.pl061.Pl061.pl061_init;
import static dev.yank.harness.kernel.AmbaDevice.amba_get_drvdata;
import static dev.yank.harness.kernel.AmbaDevice.amba_set_drvdata;
import static dev.yank.harness.kernel.Atomic.atomic_dec_and_test;
import static dev.yank.harness.kernel.Atomic.atomic_inc;
import static dev.yank.harness.kernel.Devm.devm_kzalloc;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.Miscdevice.misc_register;
import static dev.yank.harness.kernel.Rwonce.READ_ONCE;
import static dev.yank.harness.kernel.Rwonce.WRITE_ONCE;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event_interruptible;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.AmbaDriver;
import dev.yank.harness.kernel.AmbaId;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.UserBuffer;
import dev.yank.harness.kernel.WaitQueueHead;
import java.util.List;
import java.util.Objects;

/// Breaks R34 in the plainest way: counts open files in memory that is gone when the last one is closed. A
/// run that does not find this finds nothing.
@UnderTest(
        name = "canary",
        device = "pl061",
        policy = "P1=ENODEV P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R34",
        summary = "Every close after unplug touches freed memory: whatever misses this is no check at all.")
public final class Canary implements AmbaDriver {

    private static final class State {
        final Pl061 pl061 = new Pl061();
        final Mutex config_mutex = new Mutex();
        final WaitQueueHead wait = new WaitQueueHead();
        final Atomic openFiles = new Atomic();

        @Var
        boolean gone;
    }

    private static final class Node {
        final Miscdevice misc;
        final State state;

        Node(AmbaDevice adev, State state) {
            this.misc = new Miscdevice("pl061", new Fops(state), adev.dev());
            this.state = state;
        }
    }

    private record Fops(State opened) implements FileOperations {

        @Override
        public int open(Inode inode, File file) {
            file.private_data = opened;
            atomic_inc(opened.openFiles);
            return 0;
        }

        @Override
        public int release(Inode inode, File file) {
            State state = stateOf(file);
            if (atomic_dec_and_test(state.openFiles)) {
                wake_up(state.wait);
            }
            return 0;
        }

        @Override
        public int read(File file, UserBuffer buffer) {
            State state = stateOf(file);
            if (!READ_ONCE(state.gone) && buffer.nowait()) {
                return -Errno.EAGAIN;
            }
            wait_event_interruptible(state.wait, () -> READ_ONCE(state.gone));
            return -Errno.ENODEV;
        }

        @Override
        public int poll(File file) {
            return READ_ONCE(stateOf(file).gone) ? Poll.EPOLLHUP | Poll.EPOLLERR : 0;
        }

        @Override
        public int ioctl(File file, int command, UserBuffer argument) {
            State state = stateOf(file);
            return line_ioctl(state.pl061, state.config_mutex, command, argument);
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
        int err = pl061_init(state.pl061, adev);
        if (err != 0) {
            return err;
        }
        var node = new Node(adev, state);
        amba_set_drvdata(adev, node);
        return misc_register(node.misc);
    }

    @Override
    public void remove(AmbaDevice adev) {
        Node node = amba_get_drvdata(adev);
        node.state.gone = WRITE_ONCE(true);
        wake_up(node.state.wait);
        misc_deregister(node.misc);
    }
}
