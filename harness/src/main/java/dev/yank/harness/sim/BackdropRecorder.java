package dev.yank.harness.sim;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.sim.Backdrop.Place;
import dev.yank.harness.sim.Backdrop.Registers;
import dev.yank.harness.sim.hardware.RegisterValue;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Looks at the driver's stack and the hardware's registers at every event. That takes longer than the
/// event itself.
final class BackdropRecorder {

    private static final StackWalker STACK = StackWalker.getInstance();
    private static final String LAMBDA = "lambda$";

    private final List<Optional<Place>> places = new ArrayList<>();
    private final List<Registers> registers = new ArrayList<>();

    @Var
    private Supplier<List<RegisterValue>> hardware = List::of;

    @Var
    private List<RegisterValue> last = List.of();

    /// From now on there is hardware with registers.
    void watch(Supplier<List<RegisterValue>> registers) {
        hardware = registers;
    }

    /// An event is about to be added to the trace. What the registers hold now is due to what came before
    /// it.
    void record(int step) {
        lookAtRegisters(step - 1);
        places.add(STACK.walk(BackdropRecorder::innermost));
    }

    Backdrop backdrop() {
        lookAtRegisters(places.size());
        return new Backdrop(places, registers);
    }

    private void lookAtRegisters(int afterEvent) {
        List<RegisterValue> now = hardware.get();
        if (!now.equals(last)) {
            registers.add(new Registers(afterEvent, now));
            last = now;
        }
    }

    /// The innermost frame of a driver above the continuation that plays a task. Where there is none, the
    /// event is emitted by whoever runs the tasks, and what is below is no driver.
    private static Optional<Place> innermost(Stream<StackFrame> frames) {
        @Var Optional<Place> found = Optional.empty();
        for (StackFrame frame : (Iterable<StackFrame>) frames::iterator) {
            if (frame.getClassName().startsWith("jdk.internal.vm.")) {
                return found;
            }
            if (found.isEmpty() && isOfADriver(frame)) {
                found = Optional.of(place(frame));
            }
        }
        return Optional.empty();
    }

    private static boolean isOfADriver(StackFrame frame) {
        return frame.getLineNumber() > 0
                && !frame.getClassName().startsWith("dev.yank.harness.")
                && !frame.getClassName().startsWith("java.")
                && !frame.getClassName().startsWith("jdk.");
    }

    private static Place place(StackFrame frame) {
        String file = frame.getFileName();
        return new Place(
                frame.getClassName(),
                method(frame.getMethodName()),
                file == null ? "unknown" : file,
                frame.getLineNumber());
    }

    /// Of `lambda$probe$3` the `probe`.
    private static String method(String name) {
        int end = name.lastIndexOf('$');
        return name.startsWith(LAMBDA) && end > LAMBDA.length() ? name.substring(LAMBDA.length(), end) : name;
    }
}
