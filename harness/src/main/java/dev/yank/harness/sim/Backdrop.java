package dev.yank.harness.sim;

import dev.yank.harness.sim.hardware.RegisterValue;
import java.util.List;
import java.util.Optional;

/// What a trace leaves out and its reader wants to know. No rule may depend on it.
///
/// @param places for each event of the trace, in its order, the line of the driver that led to it; empty
/// where no code of the driver was running
/// @param registers the registers of the hardware whenever they had changed
public record Backdrop(List<Optional<Place>> places, List<Registers> registers) {

    /// Nothing is known.
    public static final Backdrop NONE = new Backdrop(List.of(), List.of());

    /// Copies the lists.
    public Backdrop(List<Optional<Place>> places, List<Registers> registers) {
        this.places = List.copyOf(places);
        this.registers = List.copyOf(registers);
    }

    /// A line of a driver.
    ///
    /// @param className the binary name of the class, with its package
    /// @param method the method, or the one that a lambda is written in
    /// @param file the name of the source file, without its folder
    /// @param line the number of the line, from 1
    public record Place(String className, String method, String file, int line) {

        /// Such as `remove (DevmState.java:57)`.
        public String text() {
            return method + " (" + file + ":" + line + ")";
        }
    }

    /// What every register holds from one event on.
    ///
    /// @param afterEvent the number of the event after which they are seen to hold this; 0 before the first
    /// @param values in the order of their offsets; empty while the hardware is not there
    public record Registers(int afterEvent, List<RegisterValue> values) {

        /// Copies the values.
        public Registers(int afterEvent, List<RegisterValue> values) {
            this.afterEvent = afterEvent;
            this.values = List.copyOf(values);
        }
    }
}
