package dev.yank.model.spec.device;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may be asked of a device: by a process through a handle, by a process that opens it, or by the world
/// around it.
///
/// Each has a function and a value of plain data, which are its form in a history; [#of] reads that form
/// back.
public sealed interface DeviceOperation
        permits DeviceOperation.OnHandle, DeviceOperation.Open, DeviceOperation.FromOutside, ReferenceOperation {

    /// The number of lines of a PL061, which lines are numbered below.
    int LINES = 8;

    /// The most that one transfer moves: the on-board buffer of QEMU's edu device.
    int MAX_TRANSFER = 4096;

    /// The device that it concerns.
    int device();

    /// The function in a history: a keyword without its colon.
    String f();

    /// The arguments in a history: the device, then the handle if there is one, then the rest.
    List<Object> value();

    /// Reads an operation in the form of a history.
    ///
    /// @throws IllegalArgumentException with one sentence if there is no such operation
    static DeviceOperation of(String f, @Nullable Object value) {
        return DeviceOperationReader.read(f, value);
    }

    /// An operation through a handle.
    sealed interface OnHandle extends DeviceOperation {

        /// The handle.
        Handle handle();

        @Override
        default int device() {
            return handle().device();
        }

        @Override
        default List<Object> value() {
            return List.of(device(), handle().number());
        }
    }

    /// An operation through a handle that wants something of the device. Closing does not.
    sealed interface Access extends OnHandle {}

    /// What the world around a device does to it.
    sealed interface FromOutside extends DeviceOperation {

        @Override
        default List<Object> value() {
            return List.of(device());
        }
    }

    /// Opens the device; on success the handle names the open file.
    record Open(Handle handle) implements DeviceOperation {

        @Override
        public int device() {
            return handle.device();
        }

        @Override
        public String f() {
            return "open";
        }

        @Override
        public List<Object> value() {
            return List.of(device(), handle.number());
        }
    }

    /// Closes the file.
    record Close(Handle handle) implements OnHandle {

        @Override
        public String f() {
            return "close";
        }
    }

    /// Reads the register.
    record Read(Handle handle) implements Access {

        @Override
        public String f() {
            return "read";
        }
    }

    /// Writes the register.
    ///
    /// @param content what to write, from 0
    record Write(Handle handle, int content) implements Access {

        /// Refuses a negative value.
        public Write {
            Range.check("The value of a write", content, 0, Integer.MAX_VALUE);
        }

        @Override
        public String f() {
            return "write";
        }

        @Override
        public List<Object> value() {
            return List.of(device(), handle.number(), content);
        }
    }

    /// Asks what the handle is ready for, without waiting.
    record Poll(Handle handle) implements Access {

        @Override
        public String f() {
            return "poll";
        }
    }

    /// Makes a line an input.
    record DirectionInput(Handle handle, int line) implements Access {

        /// Refuses a line that a PL061 does not have.
        public DirectionInput {
            Range.checkLine(line);
        }

        @Override
        public String f() {
            return "direction-input";
        }

        @Override
        public List<Object> value() {
            return List.of(device(), handle.number(), line);
        }
    }

    /// Makes a line an output at a level.
    record DirectionOutput(Handle handle, int line, int level) implements Access {

        /// Refuses a line or a level that does not exist.
        public DirectionOutput {
            Range.checkLine(line);
            Range.checkLevel(level);
        }

        @Override
        public String f() {
            return "direction-output";
        }

        @Override
        public List<Object> value() {
            return List.of(device(), handle.number(), line, level);
        }
    }

    /// Reads the level of a line.
    record GetLine(Handle handle, int line) implements Access {

        /// Refuses a line that a PL061 does not have.
        public GetLine {
            Range.checkLine(line);
        }

        @Override
        public String f() {
            return "get-line";
        }

        @Override
        public List<Object> value() {
            return List.of(device(), handle.number(), line);
        }
    }

    /// Sets the level of a line, which the hardware ignores on an input.
    record SetLine(Handle handle, int line, int level) implements Access {

        /// Refuses a line or a level that does not exist.
        public SetLine {
            Range.checkLine(line);
            Range.checkLevel(level);
        }

        @Override
        public String f() {
            return "set-line";
        }

        @Override
        public List<Object> value() {
            return List.of(device(), handle.number(), line, level);
        }
    }

    /// Computes a factorial in hardware.
    ///
    /// @param n from 0
    record Factorial(Handle handle, int n) implements Access {

        /// Refuses a negative number.
        public Factorial {
            Range.check("The number of a factorial", n, 0, Integer.MAX_VALUE);
        }

        @Override
        public String f() {
            return "factorial";
        }

        @Override
        public List<Object> value() {
            return List.of(device(), handle.number(), n);
        }
    }

    /// Sends bytes to the device by DMA and fetches them back.
    ///
    /// @param bytes from 1 to [#MAX_TRANSFER]
    record Transfer(Handle handle, int bytes) implements Access {

        /// Refuses a length that the device's buffer cannot hold.
        public Transfer {
            Range.check("The length of a transfer", bytes, 1, MAX_TRANSFER);
        }

        @Override
        public String f() {
            return "transfer";
        }

        @Override
        public List<Object> value() {
            return List.of(device(), handle.number(), bytes);
        }
    }

    /// Reads an edge event.
    record ReadEvent(Handle handle, Waiting waiting) implements Access {

        @Override
        public String f() {
            return "read-event";
        }

        @Override
        public List<Object> value() {
            return List.of(device(), handle.number(), waiting.text());
        }
    }

    /// Takes the device away.
    record Unplug(int device, Removal removal) implements FromOutside {

        /// Refuses a negative device.
        public Unplug {
            Range.checkDevice(device);
        }

        @Override
        public String f() {
            return "unplug";
        }

        @Override
        public List<Object> value() {
            return List.of(device, removal.text());
        }
    }

    /// Binds the driver to the device.
    record Probe(int device) implements FromOutside {

        /// Refuses a negative device.
        public Probe {
            Range.checkDevice(device);
        }

        @Override
        public String f() {
            return "probe";
        }
    }

    /// Puts the device to sleep.
    record Suspend(int device) implements FromOutside {

        /// Refuses a negative device.
        public Suspend {
            Range.checkDevice(device);
        }

        @Override
        public String f() {
            return "suspend";
        }
    }

    /// Wakes the device.
    record Resume(int device) implements FromOutside {

        /// Refuses a negative device.
        public Resume {
            Range.checkDevice(device);
        }

        @Override
        public String f() {
            return "resume";
        }
    }

    /// Unloads the driver, which first lets go of the device: `rmmod`.
    record Unload(int device) implements FromOutside {

        /// Refuses a negative device.
        public Unload {
            Range.checkDevice(device);
        }

        @Override
        public String f() {
            return "unload";
        }
    }

    /// Has the device deleted through its own attribute in sysfs, by a driver that has such an attribute.
    record Delete(int device) implements FromOutside {

        /// Refuses a negative device.
        public Delete {
            Range.checkDevice(device);
        }

        @Override
        public String f() {
            return "delete";
        }
    }

    /// An untrusted device begins to misbehave: it lies at the next opportunity.
    record Misbehave(int device, Lie lie) implements FromOutside {

        /// Refuses a negative device.
        public Misbehave {
            Range.checkDevice(device);
        }

        @Override
        public String f() {
            return "misbehave";
        }

        @Override
        public List<Object> value() {
            return List.of(device, lie.text());
        }
    }

    /// Drives a pin from outside.
    record DrivePin(int device, int line, int level) implements FromOutside {

        /// Refuses a device, a line or a level that does not exist.
        public DrivePin {
            Range.checkDevice(device);
            Range.checkLine(line);
            Range.checkLevel(level);
        }

        @Override
        public String f() {
            return "drive-pin";
        }

        @Override
        public List<Object> value() {
            return List.of(device, line, level);
        }
    }
}
