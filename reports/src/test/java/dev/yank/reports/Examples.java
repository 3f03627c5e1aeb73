package dev.yank.reports;

import static dev.yank.model.trace.EventKind.ACQUIRE;
import static dev.yank.model.trace.EventKind.ALLOC;
import static dev.yank.model.trace.EventKind.BLOCK;
import static dev.yank.model.trace.EventKind.DEVRES_ADD;
import static dev.yank.model.trace.EventKind.FAULT;
import static dev.yank.model.trace.EventKind.FILE_DATA;
import static dev.yank.model.trace.EventKind.FILE_OPENED;
import static dev.yank.model.trace.EventKind.FREE;
import static dev.yank.model.trace.EventKind.IO_READ;
import static dev.yank.model.trace.EventKind.LOCK;
import static dev.yank.model.trace.EventKind.OPERATION_ENTER;
import static dev.yank.model.trace.EventKind.OPERATION_EXIT;
import static dev.yank.model.trace.EventKind.PROBE_ENTER;
import static dev.yank.model.trace.EventKind.PROBE_EXIT;
import static dev.yank.model.trace.EventKind.PROBE_UNWOUND;
import static dev.yank.model.trace.EventKind.READ;
import static dev.yank.model.trace.EventKind.REF_DEC;
import static dev.yank.model.trace.EventKind.REMOVE_ENTER;
import static dev.yank.model.trace.EventKind.REMOVE_EXIT;
import static dev.yank.model.trace.EventKind.STUCK;
import static dev.yank.model.trace.EventKind.UNBOUND;
import static dev.yank.model.trace.EventKind.UNLOCK;
import static dev.yank.model.trace.EventKind.USE;
import static dev.yank.model.trace.EventKind.WRITE;

import dev.yank.harness.run.Counterexample;
import dev.yank.model.rule.Errno;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.ReadEvent;
import dev.yank.model.spec.device.DeviceOperation.SetLine;
import dev.yank.model.spec.device.DeviceOperation.Suspend;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.Removal;
import dev.yank.model.spec.device.Waiting;
import dev.yank.model.trace.EntryPoint;

/// Counterexamples made up for tests, one for each way in which a driver can go wrong.
public final class Examples {

    private static final Handle HANDLE = new Handle(0, 0);
    private static final int SET_UP = 0;
    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int DEVICE = 1;
    private static final int STATE = 2;
    private static final int FILE = 3;
    private static final int QUEUE = 4;

    private Examples() {}

    private static Story bound(String... tasks) {
        return new Story(tasks)
                .object(DEVICE, "pl061")
                .object(STATE, "Pl061State")
                .object(FILE, "File")
                .object(QUEUE, "WaitQueueHead")
                .asks(SET_UP, new Probe(0))
                .event(LOCK, SET_UP, 9, 0, "a mutex")
                .event(PROBE_ENTER, SET_UP, DEVICE, 0, "")
                .event(ALLOC, SET_UP, STATE, 0, "")
                .event(WRITE, SET_UP, STATE, 0, "Pl061State.base")
                .event(ACQUIRE, SET_UP, 8, 0, "a mapping")
                .event(DEVRES_ADD, SET_UP, 8, DEVICE, "a mapping")
                .event(WRITE, SET_UP, STATE, 0, "Pl061State.lines")
                .event(PROBE_EXIT, SET_UP, DEVICE, 0, "")
                .event(UNLOCK, SET_UP, 9, 0, "a mutex")
                .gets(SET_UP, 0);
    }

    private static Story opened(Story story, int task) {
        return story.asks(task, new Open(HANDLE))
                .event(FILE_OPENED, task, FILE, DEVICE, "")
                .event(OPERATION_ENTER, task, FILE, EntryPoint.OPEN.ordinal(), "open")
                .event(READ, task, STATE, 0, "Pl061State.base")
                .event(OPERATION_EXIT, task, FILE, 0, "open")
                .gets(task, 0);
    }

    /// R34: an operation touches the state that remove has freed.
    public static Counterexample useAfterFree() {
        Story story = opened(bound("set-up", "process 0", "process 1"), FIRST);
        story.asks(FIRST, new GetLine(HANDLE, 3))
                .event(FILE_DATA, FIRST, FILE, STATE, "")
                .event(OPERATION_ENTER, FIRST, FILE, EntryPoint.IOCTL.ordinal(), "ioctl")
                .asks(SECOND, new Unplug(0, Removal.ORDERLY))
                .event(REMOVE_ENTER, SECOND, DEVICE, 0, "")
                .event(READ, SECOND, STATE, 0, "Pl061State.base")
                .event(FREE, SECOND, STATE, 0, "");
        int freed = story.last();
        story.event(REMOVE_EXIT, SECOND, DEVICE, 0, "")
                .event(UNBOUND, SECOND, DEVICE, 0, "")
                .gets(SECOND, 0)
                .event(READ, FIRST, STATE, 0, "Pl061State.lines");
        return story.breaks(
                "pl061-frees-too-early",
                "R34",
                "Pl061State, which an open file still reaches, was used by process 0 after it was freed in step "
                        + freed + ".",
                story.last());
    }

    /// R29: remove waits for a lock whose holder waits for a lock of remove.
    public static Counterexample deadlock() {
        Story story =
                bound("set-up", "process 0", "process 1").object(5, "Mutex#1").object(6, "Mutex#2");
        story.asks(FIRST, new Unplug(0, Removal.ORDERLY))
                .event(REMOVE_ENTER, FIRST, DEVICE, 0, "")
                .event(USE, FIRST, STATE, 0, "mutex_lock")
                .event(LOCK, FIRST, 5, 0, "a mutex")
                .asks(SECOND, new Suspend(0))
                .event(OPERATION_ENTER, SECOND, DEVICE, EntryPoint.SUSPEND.ordinal(), "suspend")
                .event(LOCK, SECOND, 6, 0, "a mutex")
                .event(BLOCK, SECOND, 5, 0, "a mutex")
                .event(BLOCK, FIRST, 6, 0, "a mutex")
                .event(STUCK, FIRST, 6, 0, "a mutex");
        int stuck = story.last();
        story.event(STUCK, SECOND, 5, 0, "a mutex");
        return story.breaks("pl061-lock-cycle", "R29", "remove never returns: process 0 waits for a mutex.", stuck);
    }

    /// R22: nobody wakes the reader.
    public static Counterexample blockedReader() {
        Story story = opened(bound("set-up", "process 0", "process 1"), FIRST);
        story.asks(FIRST, new ReadEvent(HANDLE, Waiting.BLOCKING))
                .event(OPERATION_ENTER, FIRST, FILE, EntryPoint.READ.ordinal(), "read")
                .event(BLOCK, FIRST, QUEUE, 0, "a wake-up")
                .asks(SECOND, new Unplug(0, Removal.SURPRISE))
                .event(REMOVE_ENTER, SECOND, DEVICE, 0, "")
                .event(IO_READ, SECOND, DEVICE, 0x410, "a register")
                .event(REMOVE_EXIT, SECOND, DEVICE, 0, "")
                .event(UNBOUND, SECOND, DEVICE, 0, "")
                .gets(SECOND, 0)
                .event(STUCK, FIRST, QUEUE, 0, "a wake-up");
        return story.breaks(
                "pl061-forgets-sleepers",
                "R22",
                "process 0 never returns from read: it waits for a wake-up.",
                story.last());
    }

    /// L1: no order of the operations explains what the processes saw.
    public static Counterexample notLinearizable() {
        Handle other = new Handle(0, 1);
        Story story = opened(bound("set-up", "process 0", "process 1"), FIRST);
        story.does(SECOND, new Open(other), 0)
                .asks(FIRST, new SetLine(HANDLE, 3, 1))
                .event(WRITE, FIRST, STATE, 0, "Pl061State.lines")
                .asks(SECOND, new GetLine(other, 3))
                .event(READ, SECOND, STATE, 0, "Pl061State.lines")
                .gets(FIRST, 0)
                .gets(SECOND, 0)
                .does(FIRST, new GetLine(HANDLE, 3), 0);
        return story.breaks(
                "pl061-loses-writes",
                "L1",
                "No order of the operations explains the history: get-line 3 on handle 0 of device 0 may answer [1]"
                        + " here, but answered 0.",
                story.last());
    }

    /// R9: a probe fails and keeps what it had.
    public static Counterexample failedProbe() {
        Story story = new Story("set-up", "process 0")
                .object(DEVICE, "pl061")
                .object(STATE, "Pl061State")
                .object(8, "Iomem")
                .faultAt(3)
                .asks(SET_UP, new Probe(0))
                .event(PROBE_ENTER, SET_UP, DEVICE, 0, "")
                .event(ALLOC, SET_UP, STATE, 0, "")
                .event(WRITE, SET_UP, STATE, 0, "Pl061State.dev")
                .event(ACQUIRE, SET_UP, 8, 0, "a mapping")
                .event(DEVRES_ADD, SET_UP, 8, DEVICE, "a mapping")
                .event(FAULT, SET_UP, 0, 0, "request_irq")
                .event(PROBE_UNWOUND, SET_UP, DEVICE, 0, "");
        int unwound = story.last();
        story.event(PROBE_EXIT, SET_UP, DEVICE, -Errno.ENOMEM.number(), "").gets(SET_UP, -Errno.ENOMEM.number());
        return story.breaks(
                "pl061-keeps-state", "R9", "The probe of pl061 failed but Pl061State is still held.", unwound);
    }

    /// R2 after thousands of accesses, of which nobody wants to read.
    public static Counterexample longTrace() {
        Story story = bound("set-up", "process 0", "process 1");
        story.object(7, "Refcount").asks(FIRST, new Suspend(0));
        for (int i = 0; i < 30_000; i++) {
            story.event(i % 2 == 0 ? READ : WRITE, FIRST, STATE, 0, "Pl061State.field" + i % 7);
            story.event(REF_DEC, FIRST, 7, 30_000 - i, "");
        }
        story.event(REF_DEC, FIRST, 7, 0, "");
        return story.breaks(
                "pl061-puts-too-often", "R2", "Refcount was decremented by process 0 though it was 0.", story.last());
    }
}
