package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.Schedule;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Delete;
import dev.yank.model.spec.device.DeviceOperation.DirectionInput;
import dev.yank.model.spec.device.DeviceOperation.DirectionOutput;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.Factorial;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Misbehave;
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
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import dev.yank.model.spec.device.ReferenceOperation.Downgrade;
import dev.yank.model.spec.device.ReferenceOperation.Upgrade;
import dev.yank.model.spec.device.Removal;
import dev.yank.model.spec.device.Waiting;
import java.util.ArrayList;
import java.util.List;

/// Programs and schedules in as few bits as is simple. The code of an operation never changes within a token
/// version.
final class ProgramCodec {

    private static final int CODE_BITS = 5;
    private static final int MOST_OPERATIONS = 10_000;

    private ProgramCodec() {}

    static void write(BitWriter out, Program program) {
        out.number(program.faultAt());
        operations(out, program.setUp());
        out.number(program.processes().size());
        program.processes().forEach(operations -> operations(out, operations));
    }

    static Program readProgram(BitReader in) {
        int faultAt = in.number();
        List<DeviceOperation> setUp = operations(in);
        int count = in.number();
        List<List<DeviceOperation>> processes = new ArrayList<>();
        for (int i = 0; i < Math.min(count, Program.MOST_PROCESSES + 1); i++) {
            processes.add(operations(in));
        }
        return new Program(setUp, processes, faultAt);
    }

    static void write(BitWriter out, Schedule schedule) {
        out.number(schedule.preemptions().size());
        @Var int before = 0;
        for (Schedule.Preemption preemption : schedule.preemptions()) {
            out.number(preemption.decision() - before);
            out.number(preemption.task());
            before = preemption.decision();
        }
    }

    static Schedule readSchedule(BitReader in) {
        int count = requireReasonable(in.number());
        List<Schedule.Preemption> preemptions = new ArrayList<>();
        @Var int decision = 0;
        for (int i = 0; i < count; i++) {
            decision += in.number();
            preemptions.add(new Schedule.Preemption(decision, in.number()));
        }
        return new Schedule(preemptions);
    }

    private static void operations(BitWriter out, List<DeviceOperation> operations) {
        out.number(operations.size());
        operations.forEach(operation -> operation(out, operation));
    }

    private static List<DeviceOperation> operations(BitReader in) {
        int count = requireReasonable(in.number());
        List<DeviceOperation> operations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            operations.add(operation(in));
        }
        return operations;
    }

    private static int requireReasonable(int count) {
        if (count > MOST_OPERATIONS) {
            throw new IllegalArgumentException("it holds a number that is too large");
        }
        return count;
    }

    private static void operation(BitWriter out, DeviceOperation operation) {
        switch (operation) {
            case Open(Handle handle) -> put(out, 0, handle);
            case Close(Handle handle) -> put(out, 1, handle);
            case Read(Handle handle) -> put(out, 2, handle);
            case Write(Handle handle, int content) -> put(out, 3, handle, content);
            case Poll(Handle handle) -> put(out, 4, handle);
            case DirectionInput(Handle handle, int line) -> put(out, 5, handle, line);
            case DirectionOutput(Handle handle, int line, int level) -> put(out, 6, handle, line, level);
            case GetLine(Handle handle, int line) -> put(out, 7, handle, line);
            case SetLine(Handle handle, int line, int level) -> put(out, 8, handle, line, level);
            case Factorial(Handle handle, int n) -> put(out, 9, handle, n);
            case Transfer(Handle handle, int bytes) -> put(out, 10, handle, bytes);
            case ReadEvent(Handle handle, Waiting waiting) -> put(out, 11, handle, waiting.ordinal());
            case Unplug(int device, Removal removal) -> put(out, 12, device, removal.ordinal());
            case Probe(int device) -> put(out, 13, device);
            case Suspend(int device) -> put(out, 14, device);
            case Resume(int device) -> put(out, 15, device);
            case Unload(int device) -> put(out, 28, device);
            case Delete(int device) -> put(out, 27, device);
            case Misbehave(int device, Lie lie) -> put(out, 29, device, lie.ordinal());
            case DrivePin(int device, int line, int level) -> put(out, 16, device, line, level);
            case CloneReference(Handle from, int to) -> put(out, 17, from, to);
            case Downgrade(Handle from, int to) -> put(out, 18, from, to);
            case Upgrade(Handle from, int to) -> put(out, 19, from, to);
        }
    }

    private static void put(BitWriter out, int code, Handle handle, int... numbers) {
        out.bits(code, CODE_BITS);
        out.number(handle.device());
        out.number(handle.number());
        for (int number : numbers) {
            out.number(number);
        }
    }

    private static void put(BitWriter out, int code, int... numbers) {
        out.bits(code, CODE_BITS);
        for (int number : numbers) {
            out.number(number);
        }
    }

    private static DeviceOperation operation(BitReader in) {
        int code = in.bits(CODE_BITS);
        return switch (code) {
            case 0 -> new Open(handle(in));
            case 1 -> new Close(handle(in));
            case 2 -> new Read(handle(in));
            case 3 -> new Write(handle(in), in.number());
            case 4 -> new Poll(handle(in));
            case 5 -> new DirectionInput(handle(in), in.number());
            case 6 -> new DirectionOutput(handle(in), in.number(), in.number());
            case 7 -> new GetLine(handle(in), in.number());
            case 8 -> new SetLine(handle(in), in.number(), in.number());
            case 9 -> new Factorial(handle(in), in.number());
            case 10 -> new Transfer(handle(in), in.number());
            case 11 -> new ReadEvent(handle(in), Waiting.values()[in.number() & 1]);
            case 12 -> new Unplug(in.number(), Removal.values()[in.number() & 1]);
            case 13 -> new Probe(in.number());
            case 14 -> new Suspend(in.number());
            case 15 -> new Resume(in.number());
            case 16 -> new DrivePin(in.number(), in.number(), in.number());
            case 17 -> new CloneReference(handle(in), in.number());
            case 18 -> new Downgrade(handle(in), in.number());
            case 19 -> new Upgrade(handle(in), in.number());
            case 29 -> new Misbehave(in.number(), Lie.values()[in.number() % Lie.values().length]);
            case 28 -> new Unload(in.number());
            case 27 -> new Delete(in.number());
            default -> throw new IllegalArgumentException("it holds an operation that does not exist");
        };
    }

    private static Handle handle(BitReader in) {
        return new Handle(in.number(), in.number());
    }
}
