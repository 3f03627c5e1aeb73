package dev.yank.model.history;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// The events of one execution that clients could see, in real-time order.
///
/// Promises that the events are numbered from 0 without gaps and do not go back in time, that a process has
/// at most one operation in flight, that a completion follows an invocation of the same function, and that a
/// process whose operation was lost never acts again.
///
/// @param events the events
public record History(List<Event> events) {

    /// Copies the events and checks the promises.
    ///
    /// @throws IllegalArgumentException with one sentence that names the event at fault
    public History(List<Event> events) {
        this.events = List.copyOf(events);
        var checker = new WellFormedness();
        for (Event event : this.events) {
            checker.accept(event);
        }
    }

    /// The operations, in the order of their invocations.
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        TreeMap<ProcessId, Integer> inFlight = new TreeMap<>();
        for (Event event : events) {
            Integer place = inFlight.remove(event.process());
            if (place == null) {
                inFlight.put(event.process(), operations.size());
                operations.add(new Operation(event, null));
            } else {
                operations.set(place, new Operation(operations.get(place).invocation(), event));
            }
        }
        return List.copyOf(operations);
    }

    /// The state of the check, one event at a time.
    private static final class WellFormedness {

        private final TreeMap<ProcessId, Event> inFlight = new TreeMap<>();
        private final TreeSet<ProcessId> lost = new TreeSet<>();

        @Var
        private int expectedIndex;

        @Var
        private long earliest;

        void accept(Event event) {
            if (event.index() != expectedIndex) {
                throw refuse(event, "is at place " + expectedIndex + "; number the events from 0 without gaps");
            }
            if (event.time() < earliest) {
                throw refuse(event, "goes back in time; order the events by time");
            }
            if (lost.contains(event.process())) {
                throw refuse(event, "comes after a loss; a process whose operation was lost never acts again");
            }
            if (event.type() == EventType.INVOKE) {
                invoke(event);
            } else {
                complete(event);
            }
            expectedIndex++;
            earliest = event.time();
        }

        private void invoke(Event event) {
            Event before = inFlight.put(event.process(), event);
            if (before != null) {
                throw refuse(
                        event,
                        "is invoked while " + before.f() + " of event " + before.index()
                                + " is in flight; a process has at most one operation in flight");
            }
        }

        private void complete(Event event) {
            Event invocation = inFlight.remove(event.process());
            if (invocation == null) {
                throw refuse(event, "completes nothing; a completion needs an invocation by the same process");
            }
            if (!invocation.f().equals(event.f())) {
                throw refuse(
                        event,
                        "completes " + invocation.f() + " of event " + invocation.index()
                                + "; a completion has the function of its invocation");
            }
            if (event.type() == EventType.INFO) {
                lost.add(event.process());
            }
        }

        private static IllegalArgumentException refuse(Event event, String complaint) {
            return new IllegalArgumentException("Event " + event.index() + " (process " + event.process() + ", "
                    + event.type().keyword() + " " + event.f() + ") " + complaint + ".");
        }
    }
}
