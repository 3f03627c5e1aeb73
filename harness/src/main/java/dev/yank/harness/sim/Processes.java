package dev.yank.harness.sim;

import static dev.yank.harness.kernel.Uapi.EDU_FACTORIAL;
import static dev.yank.harness.kernel.Uapi.EDU_TRANSFER;
import static dev.yank.harness.kernel.Uapi.GPIO_DIRECTION_INPUT;
import static dev.yank.harness.kernel.Uapi.GPIO_DIRECTION_OUTPUT;
import static dev.yank.harness.kernel.Uapi.GPIO_GET;
import static dev.yank.harness.kernel.Uapi.GPIO_SET;
import static dev.yank.harness.kernel.Uapi.pack;
import static dev.yank.harness.kernel.UserBuffer.get_user;

import dev.yank.harness.kernel.Access;
import dev.yank.harness.kernel.DeviceAttribute;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.Shared;
import dev.yank.harness.kernel.UserBuffer;
import dev.yank.harness.kernel.Vfs;
import dev.yank.harness.kernel.VmArea;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Delete;
import dev.yank.model.spec.device.DeviceOperation.DirectionInput;
import dev.yank.model.spec.device.DeviceOperation.DirectionOutput;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.Factorial;
import dev.yank.model.spec.device.DeviceOperation.FromOutside;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Misbehave;
import dev.yank.model.spec.device.DeviceOperation.OnHandle;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.ReadEvent;
import dev.yank.model.spec.device.DeviceOperation.Resume;
import dev.yank.model.spec.device.DeviceOperation.SetLine;
import dev.yank.model.spec.device.DeviceOperation.Suspend;
import dev.yank.model.spec.device.DeviceOperation.Transfer;
import dev.yank.model.spec.device.DeviceOperation.Unload;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.DeviceOperation.Write;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.Lie;
import dev.yank.model.spec.device.ReferenceOperation;
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import dev.yank.model.spec.device.ReferenceOperation.Downgrade;
import dev.yank.model.spec.device.ReferenceOperation.Upgrade;
import dev.yank.model.spec.device.Waiting;
import dev.yank.model.trace.EntryPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plays the processes of a program: turns each operation into system calls and records what came back.
final class Processes {

    private static final int POLL_BITS = 0xffff;

    private final SimulatedMachine machine;
    private final Slot slot;
    private final Vfs vfs;
    private final HistoryRecorder history = new HistoryRecorder();
    private final @Nullable File[] files = new File[Handle.LIMIT];
    private final Mappings mappings;

    Processes(SimulatedMachine machine, Slot slot) {
        this.machine = machine;
        this.slot = slot;
        this.vfs = new Vfs(machine);
        this.mappings = new Mappings(vfs);
    }

    HistoryRecorder history() {
        return history;
    }

    DeviceLife life() {
        return slot.life();
    }

    /// Performs operations one after the other, in the name of a process.
    void perform(int process, List<DeviceOperation> operations) {
        for (int position = 0; position < operations.size(); position++) {
            DeviceOperation operation = operations.get(position);
            pointBefore(operation);
            machine.beginsAnew(operation.f());
            if (!makesSense(operation)) {
                continue;
            }
            machine.accesses(Access.READ, Shared.HISTORY, 0);
            int index = history.invoke(
                    process,
                    operation,
                    position,
                    machine.task(),
                    machine.events(),
                    slot.life().phase());
            int response = slot instanceof ObjectSlot<?, ?> objects ? objects.perform(operation) : perform(operation);
            machine.accesses(Access.ADD, Shared.HISTORY, 0);
            history.complete(index, response, machine.events(), slot.life().phase());
        }
    }

    private void pointBefore(DeviceOperation operation) {
        switch (operation) {
            case Close close ->
                machine.point(Access.WRITE, Shared.HANDLES, close.handle().number());
            case OnHandle on ->
                machine.point(Access.READ, Shared.HANDLES, on.handle().number());
            case Open open ->
                machine.point(Access.READ, Shared.HANDLES, open.handle().number());
            case ReferenceOperation make -> {
                machine.point(Access.WRITE, Shared.HANDLES, make.from().number());
                machine.accesses(Access.WRITE, Shared.HANDLES, make.to());
            }
            case FromOutside _ -> machine.point(Access.READ, Shared.HISTORY, 0);
        }
    }

    /// Whether the handles that it speaks of are open, and those that it is to open are not.
    private boolean makesSense(DeviceOperation operation) {
        if (slot instanceof ObjectSlot<?, ?> objects) {
            return objects.makesSense(operation);
        }
        return switch (operation) {
            case OnHandle on -> files[on.handle().number()] != null;
            case Open(Handle handle) -> files[handle.number()] == null;
            case CloneReference(Handle from, int to) -> files[from.number()] != null && files[to] == null;
            case Downgrade _, Upgrade _ -> false;
            case Probe _ -> slot.isRegistered();
            case Unload _ -> !slot.isUnloaded();
            case FromOutside _ -> true;
        };
    }

    /// Closes whatever is open.
    void closeAll() {
        if (slot instanceof ObjectSlot<?, ?> objects) {
            objects.dropAll();
        }
        for (int handle = 0; handle < files.length; handle++) {
            File file = files[handle];
            if (file != null) {
                files[handle] = null;
                vfs.close(file);
                mappings.unmap(handle);
            }
        }
    }

    private int perform(DeviceOperation operation) {
        return switch (operation) {
            case Open(Handle handle) -> open(handle);
            case Close(Handle handle) -> close(handle);
            case Read(Handle handle) -> read(handle, false);
            case ReadEvent(Handle handle, Waiting waiting) -> read(handle, waiting == Waiting.NONBLOCKING);
            case Write(Handle handle, int content) -> write(handle, content);
            case Poll(Handle handle) -> call(handle, EntryPoint.POLL, new UserBuffer(0, true), 0) & POLL_BITS;
            case DirectionInput(Handle handle, int line) -> ioctl(handle, GPIO_DIRECTION_INPUT, pack(line, 0));
            case DirectionOutput(Handle handle, int line, int level) ->
                ioctl(handle, GPIO_DIRECTION_OUTPUT, pack(line, level));
            case SetLine(Handle handle, int line, int level) -> ioctl(handle, GPIO_SET, pack(line, level));
            case GetLine(Handle handle, int line) -> query(handle, GPIO_GET, pack(line, 0));
            case Factorial(Handle handle, int n) -> query(handle, EDU_FACTORIAL, n);
            case Transfer(Handle handle, int bytes) -> query(handle, EDU_TRANSFER, bytes);
            case Unplug unplug -> slot.unplug(unplug.removal());
            case Probe _ -> slot.probe();
            case Suspend _ -> slot.suspend();
            case Resume _ -> slot.resume();
            case Unload _ -> slot.unloadModule();
            case Delete _ -> delete();
            case Misbehave(var _, var lie) -> misbehave(lie);
            case DrivePin(var _, int line, int level) -> drivePin(line, level);
            case CloneReference(Handle from, int to) -> dup(from, to);
            case Downgrade _, Upgrade _ ->
                throw new IllegalStateException("There are no weak references here: " + operation + ".");
        };
    }

    private int open(Handle handle) {
        Vfs.Opened opened = vfs.open(slot.devt + handle.number() % slot.doors());
        File file = opened.file();
        int err = file != null && slot.isMapped() ? mappings.map(handle.number(), file) : opened.error();
        machine.accesses(Access.WRITE, Shared.HANDLES, handle.number());
        files[handle.number()] = err < 0 ? null : file;
        return err;
    }

    private int dup(Handle from, int to) {
        File file = files[from.number()];
        if (file != null) {
            files[to] = vfs.dup(file);
        }
        return 0;
    }

    /// Writes to the attribute of the device that asks for its deletion.
    private int delete() {
        File file = vfs.open(DeviceAttribute.deleteNode(slot.devt)).file();
        if (file == null) {
            return -Errno.ENODEV;
        }
        int result = vfs.call(file, EntryPoint.WRITE, new UserBuffer(1, false), 0);
        vfs.put(file);
        return Math.min(0, result);
    }

    private int close(Handle handle) {
        File file = files[handle.number()];
        files[handle.number()] = null;
        if (file != null) {
            vfs.close(file);
        }
        mappings.unmap(handle.number());
        return 0;
    }

    private int read(Handle handle, boolean nowait) {
        VmArea mapping = mappings.of(handle.number());
        if (mapping != null) {
            return mapping.load();
        }
        var buffer = new UserBuffer(0, nowait);
        int result = call(handle, EntryPoint.READ, buffer, 0);
        return result > 0 ? get_user(buffer) : result;
    }

    private int write(Handle handle, int content) {
        VmArea mapping = mappings.of(handle.number());
        if (mapping != null) {
            return mapping.store(content);
        }
        return Math.min(0, call(handle, EntryPoint.WRITE, new UserBuffer(content, false), 0));
    }

    private int ioctl(Handle handle, int command, int argument) {
        return Math.min(0, call(handle, EntryPoint.IOCTL, new UserBuffer(argument, false), command));
    }

    private int query(Handle handle, int command, int argument) {
        var buffer = new UserBuffer(argument, false);
        int result = call(handle, EntryPoint.IOCTL, buffer, command);
        return result >= 0 ? get_user(buffer) : result;
    }

    private int call(Handle handle, EntryPoint entryPoint, UserBuffer buffer, int command) {
        File file = files[handle.number()];
        if (file == null) {
            throw new IllegalStateException(handle + " is not open.");
        }
        return vfs.call(file, entryPoint, buffer, command);
    }

    private int misbehave(Lie lie) {
        machine.point(Access.WRITE, Shared.HARDWARE, 0);
        slot.misbehave(lie);
        return 0;
    }

    private int drivePin(int line, int level) {
        machine.point(Access.WRITE, Shared.HARDWARE, 0);
        slot.drivePin(line, level);
        return 0;
    }
}
