package dev.yank.drivers.pl061.disconnect;

import static dev.yank.drivers.pl061.EventFifo.kfifo_get;
import static dev.yank.drivers.pl061.EventFifo.kfifo_is_empty_spinlocked;
import static dev.yank.drivers.pl061.LineIoctl.line_ioctl;
import static dev.yank.drivers.pl061.disconnect.CallGate.call_enter;
import static dev.yank.drivers.pl061.disconnect.CallGate.call_exit;
import static dev.yank.drivers.pl061.disconnect.CallGate.is_disconnected;
import static dev.yank.harness.kernel.UserBuffer.put_user;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event_interruptible;

import dev.yank.drivers.pl061.EventFifo;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;
import java.util.Objects;

/// The file operations: each passes the gate, and every open file holds a reference on the state.
record Fops(CdevDisconnect driver) implements FileOperations {

    @Override
    public int open(Inode inode, File file) {
        State state = driver.lookup(inode);
        if (state == null) {
            return -Errno.ENXIO;
        }
        if (is_disconnected(state.gate)) {
            driver.put_after_failed_open(state);
            return -Errno.ENXIO;
        }
        file.private_data = state;
        return 0;
    }

    @Override
    public int release(Inode inode, File file) {
        driver.put_at_release(stateOf(file));
        return 0;
    }

    @Override
    public int ioctl(File file, int command, UserBuffer argument) {
        State state = stateOf(file);
        if (!call_enter(state.gate)) {
            return driver.disconnected(file);
        }
        int ret = line_ioctl(state.pl061, state.config_mutex, command, argument);
        call_exit(state.gate);
        return ret;
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        State state = stateOf(file);
        if (!call_enter(state.gate)) {
            return driver.disconnected(file);
        }
        int ret = read_event(file, state, buffer);
        call_exit(state.gate);
        return ret;
    }

    private int read_event(File file, State state, UserBuffer buffer) {
        while (!is_disconnected(state.gate)) {
            int line = kfifo_get(state.events);
            if (line != EventFifo.NONE) {
                put_user(line, buffer);
                return 1;
            }
            if (buffer.nowait()) {
                return -Errno.EAGAIN;
            }
            wait_event_interruptible(
                    state.wait, () -> is_disconnected(state.gate) || !kfifo_is_empty_spinlocked(state.events));
        }
        return driver.disconnected(file);
    }

    @Override
    public int poll(File file) {
        State state = stateOf(file);
        if (!call_enter(state.gate)) {
            return driver.poll_disconnected();
        }
        int events = kfifo_is_empty_spinlocked(state.events) ? 0 : Poll.EPOLLIN;
        call_exit(state.gate);
        return events;
    }

    private static State stateOf(File file) {
        return (State) Objects.requireNonNull(file.private_data);
    }
}
