package dev.yank.model.spec.device;

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
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import dev.yank.model.spec.device.ReferenceOperation.Downgrade;
import dev.yank.model.spec.device.ReferenceOperation.Upgrade;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads operations in the form of a history: a function, and a list of numbers and words.
final class DeviceOperationReader {

    private final String f;
    private final List<?> arguments;

    private DeviceOperationReader(String f, List<?> arguments) {
        this.f = f;
        this.arguments = arguments;
    }

    static DeviceOperation read(String f, @Nullable Object value) {
        if (!(value instanceof List<?> arguments)) {
            throw new IllegalArgumentException(
                    "The value of " + f + " is " + value + "; write a list that begins with the number of the device.");
        }
        return new DeviceOperationReader(f, arguments).read();
    }

    private DeviceOperation read() {
        return switch (f) {
            case "open" -> new Open(handle(0));
            case "close" -> new Close(handle(0));
            case "read" -> new Read(handle(0));
            case "write" -> new Write(handle(1), number(2));
            case "poll" -> new Poll(handle(0));
            case "direction-input" -> new DirectionInput(handle(1), number(2));
            case "direction-output" -> new DirectionOutput(handle(2), number(2), number(3));
            case "get-line" -> new GetLine(handle(1), number(2));
            case "set-line" -> new SetLine(handle(2), number(2), number(3));
            case "factorial" -> new Factorial(handle(1), number(2));
            case "transfer" -> new Transfer(handle(1), number(2));
            case "read-event" -> new ReadEvent(handle(1), waiting(2));
            case "unplug" -> new Unplug(device(1), removal(1));
            case "probe" -> new Probe(device(0));
            case "suspend" -> new Suspend(device(0));
            case "resume" -> new Resume(device(0));
            case "misbehave" -> new Misbehave(device(1), lie(1));
            case "unload" -> new Unload(device(0));
            case "delete" -> new Delete(device(0));
            case "clone" -> new CloneReference(handle(1), number(2));
            case "downgrade" -> new Downgrade(handle(1), number(2));
            case "upgrade" -> new Upgrade(handle(1), number(2));
            case "drive-pin" -> new DrivePin(device(2), number(1), number(2));
            default ->
                throw new IllegalArgumentException(
                        "'" + f + "' is no operation on a device; write one such as open, read or unplug.");
        };
    }

    /// The handle at the front, with as many arguments after it.
    private Handle handle(int further) {
        expect(2 + further);
        return new Handle(number(0), number(1));
    }

    /// The device at the front, with as many arguments after it.
    private int device(int further) {
        expect(1 + further);
        return number(0);
    }

    private Waiting waiting(int place) {
        List<String> words = new ArrayList<>();
        for (Waiting waiting : Waiting.values()) {
            if (waiting.text().equals(arguments.get(place))) {
                return waiting;
            }
            words.add(waiting.text());
        }
        throw refuse(place, "one of " + String.join(", ", words));
    }

    private Removal removal(int place) {
        List<String> words = new ArrayList<>();
        for (Removal removal : Removal.values()) {
            if (removal.text().equals(arguments.get(place))) {
                return removal;
            }
            words.add(removal.text());
        }
        throw refuse(place, "one of " + String.join(", ", words));
    }

    private Lie lie(int place) {
        List<String> words = new ArrayList<>();
        for (Lie lie : Lie.values()) {
            if (lie.text().equals(arguments.get(place))) {
                return lie;
            }
            words.add(lie.text());
        }
        throw refuse(place, "one of " + String.join(", ", words));
    }

    private int number(int place) {
        if (arguments.get(place) instanceof Number number && number.longValue() == number.intValue()) {
            return number.intValue();
        }
        throw refuse(place, "a whole number");
    }

    private void expect(int count) {
        if (arguments.size() != count) {
            throw new IllegalArgumentException(
                    "The value of " + f + " is " + arguments + "; write " + count + " arguments.");
        }
    }

    private IllegalArgumentException refuse(int place, String instead) {
        return new IllegalArgumentException(
                "Argument " + place + " of " + f + " is " + arguments.get(place) + "; write " + instead + ".");
    }
}
