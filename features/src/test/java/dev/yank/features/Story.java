package dev.yank.features;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.Handle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a scenario tells, in its order: who does what.
///
/// One process tells it all, until somebody has to wait: that operation stays behind in flight, and the next
/// process tells what happens meanwhile.
final class Story {

    private record Told(String who, DeviceOperation operation) {}

    private final List<Told> told = new ArrayList<>();
    private final List<List<DeviceOperation>> processes = new ArrayList<>(List.of(new ArrayList<>()));
    private final Map<String, Handle> handles = new LinkedHashMap<>();

    @Var
    private int refused;

    /// Somebody does something, and the story goes on when it is done.
    void tell(String who, DeviceOperation operation) {
        told.add(new Told(who, operation));
        processes.getLast().add(operation);
    }

    /// Somebody begins something, and the story goes on while it is in flight.
    void tellWaiting(String who, DeviceOperation operation) {
        tell(who, operation);
        processes.add(new ArrayList<>());
    }

    /// The kernel refuses an acquisition, counted from 1.
    void refuse(int acquisition) {
        refused = acquisition;
    }

    /// The file of somebody; each has one.
    Handle fileOf(String who) {
        return handles.computeIfAbsent(who, _ -> new Handle(0, handles.size()));
    }

    /// What somebody did last.
    DeviceOperation lastOf(String who) {
        return told.reversed().stream()
                .filter(each -> each.who().equals(who))
                .map(Told::operation)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The " + who + " has not done anything yet."));
    }

    /// Who did something last.
    String lastActor() {
        return told.getLast().who();
    }

    /// Everything told so far, as a program.
    Program program() {
        return new Program(List.of(), processes, refused);
    }

    /// Everything told so far, for others to go on from.
    List<DeviceOperation> beginning() {
        if (processes.size() > 1 || refused != 0) {
            throw new IllegalStateException("Nobody may be waiting, and nothing be refused, when an exploration begins;"
                    + " give those parts to the roles that are explored.");
        }
        return processes.getFirst();
    }
}
