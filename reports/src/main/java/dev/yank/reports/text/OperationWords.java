package dev.yank.reports.text;

import dev.yank.model.rule.PollMask;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Delete;
import dev.yank.model.spec.device.DeviceOperation.DirectionInput;
import dev.yank.model.spec.device.DeviceOperation.DirectionOutput;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.Factorial;
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
import dev.yank.model.spec.device.ReferenceOperation;
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import dev.yank.model.spec.device.ReferenceOperation.Downgrade;
import dev.yank.model.spec.device.ReferenceOperation.Upgrade;
import dev.yank.model.spec.device.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Operations and their answers in a few words.
public final class OperationWords {

    private OperationWords() {}

    /// Such as `open handle 1`, `set-line 3=1 on handle 0` or `unplug surprise`.
    public static String of(DeviceOperation operation) {
        return switch (operation) {
            case Open(Handle handle) -> "open " + of(handle);
            case Close(Handle handle) -> "close " + of(handle);
            case Read(Handle handle) -> "read " + of(handle);
            case Write(Handle handle, int content) -> "write " + content + " to " + of(handle);
            case Poll(Handle handle) -> "poll " + of(handle);
            case DirectionInput(Handle handle, int line) -> "direction-input " + line + " on " + of(handle);
            case DirectionOutput(Handle handle, int line, int level) ->
                "direction-output " + line + "=" + level + " on " + of(handle);
            case GetLine(Handle handle, int line) -> "get-line " + line + " on " + of(handle);
            case SetLine(Handle handle, int line, int level) -> "set-line " + line + "=" + level + " on " + of(handle);
            case Factorial(Handle handle, int n) -> "factorial " + n + " on " + of(handle);
            case Transfer(Handle handle, int bytes) -> "transfer " + bytes + " bytes on " + of(handle);
            case ReadEvent(Handle handle, var waiting) -> "read-event " + waiting.text() + " on " + of(handle);
            case Unplug(int device, var removal) -> "unplug " + removal.text() + on(device);
            case Probe(int device) -> "probe" + on(device);
            case Suspend(int device) -> "suspend" + on(device);
            case Resume(int device) -> "resume" + on(device);
            case CloneReference(Handle from, int to) -> "clone " + of(from) + " as handle " + to;
            case Downgrade(Handle from, int to) -> "downgrade " + of(from) + " to handle " + to;
            case Upgrade(Handle from, int to) -> "upgrade " + of(from) + " to handle " + to;
            case Unload(int device) -> "unload" + on(device);
            case Delete(int device) -> "delete" + on(device);
            case Misbehave(int device, var lie) -> "misbehave " + lie.text() + on(device);
            case DrivePin(int device, int line, int level) -> "drive-pin " + line + "=" + level + on(device);
        };
    }

    private static String of(Handle handle) {
        return "handle " + handle.number() + on(handle.device());
    }

    /// Most programs know one device, which goes without saying.
    private static String on(int device) {
        return device == 0 ? "" : " of device " + device;
    }

    /// The operation as the linearizability checker writes it in its sentences.
    static String inSentences(DeviceOperation operation) {
        boolean hasHandle =
                operation instanceof OnHandle || operation instanceof Open || operation instanceof ReferenceOperation;
        List<Object> value = operation.value();
        String arguments = value.subList(hasHandle ? 2 : 1, value.size()).stream()
                .map(argument -> " " + argument)
                .collect(Collectors.joining());
        String place = hasHandle ? "handle " + value.get(1) + " of device " + value.get(0) : "device " + value.get(0);
        return operation.f() + arguments + " on " + place;
    }

    /// Such as `-> ENODEV`, `-> 3`, or `-> 24 (HUP|ERR)` for poll.
    public static String answer(DeviceOperation operation, Response response) {
        String answer = "-> " + PlainText.line(response.toString());
        return operation instanceof Poll && response.coded() > 0 ? answer + mask(response.coded()) : answer;
    }

    private static String mask(int bits) {
        List<String> names = new ArrayList<>();
        name(names, bits, PollMask.POLLIN, "IN");
        name(names, bits, PollMask.POLLPRI, "PRI");
        name(names, bits, PollMask.POLLOUT, "OUT");
        name(names, bits, PollMask.POLLHUP, "HUP");
        name(names, bits, PollMask.POLLERR, "ERR");
        return names.isEmpty() ? "" : " (" + String.join("|", names) + ")";
    }

    private static void name(List<String> names, int bits, int bit, String name) {
        if ((bits & bit) != 0) {
            names.add(name);
        }
    }
}
