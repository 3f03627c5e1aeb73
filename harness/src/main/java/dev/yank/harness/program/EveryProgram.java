package dev.yank.harness.program;

import com.google.errorprone.annotations.Var;
import dev.yank.model.spec.device.DeviceKind;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.DirectionInput;
import dev.yank.model.spec.device.DeviceOperation.DirectionOutput;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.Factorial;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.ReadEvent;
import dev.yank.model.spec.device.DeviceOperation.Resume;
import dev.yank.model.spec.device.DeviceOperation.SetLine;
import dev.yank.model.spec.device.DeviceOperation.Suspend;
import dev.yank.model.spec.device.DeviceOperation.Transfer;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.DeviceOperation.Write;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import dev.yank.model.spec.device.ReferenceOperation.Downgrade;
import dev.yank.model.spec.device.ReferenceOperation.Upgrade;
import dev.yank.model.spec.device.Removal;
import dev.yank.model.spec.device.Waiting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// All programs of a shape, and programs by the names of their operations.
///
/// Each process opens a handle of its own and uses it; one more process unplugs the device. Operations have
/// fixed arguments: line 0 and level 1, or small numbers.
public final class EveryProgram {

    private static final int MOST_PROGRAMS = 100_000;
    private static final String OPEN = "open";
    private static final String CLOSE = "close";

    /// Where the references are that a process makes from its own: so many handles after it.
    private static final int STRONG_AFTER = 4;

    private static final int WEAK_AFTER = 8;

    private EveryProgram() {}

    /// Every program in which so many processes open a handle and perform so many operations, that one
    /// included, and another process unplugs. Programs that differ only in which process is which are one.
    ///
    /// @throws IllegalArgumentException with a sentence where there are too many
    public static List<Program> of(DeviceKind kind, int processes, int operations) {
        List<List<String>> lists = lists(kind, operations);
        requireFew(lists.size(), processes);
        List<Program> programs = new ArrayList<>();
        choose(kind, lists, 0, processes, List.of(), programs);
        return programs;
    }

    /// So many processes with so many lists to choose from, the same ones included.
    private static void requireFew(int lists, int processes) {
        @Var double count = 1;
        for (int i = 0; i < processes; i++) {
            count *= (lists + i) / (i + 1.0);
        }
        if (count > MOST_PROGRAMS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "There are %s programs of that size, and %,d can be exhausted at most; ask for fewer processes"
                            + " or operations.",
                    count < 1e12
                            ? String.format(Locale.ROOT, "%,.0f", count)
                            : String.format(Locale.ROOT, "%.0e", count),
                    MOST_PROGRAMS));
        }
    }

    /// The program that is written like `open get-line / open set-line / unplug`.
    ///
    /// @throws IllegalArgumentException with a sentence where it is not written like that
    public static Program parse(DeviceKind kind, String text) {
        List<List<String>> lists = new ArrayList<>();
        for (String list : text.split("/", -1)) {
            lists.add(List.of(list.strip().split("\\s+")));
        }
        return program(kind, lists);
    }

    /// How the program is written.
    public static String text(Program program) {
        List<String> lists = new ArrayList<>();
        for (List<DeviceOperation> operations : program.processes()) {
            lists.add(
                    String.join(" ", operations.stream().map(EveryProgram::name).toList()));
        }
        return String.join(" / ", lists);
    }

    private static String name(DeviceOperation operation) {
        return switch (operation) {
            case ReadEvent event when event.waiting() == Waiting.BLOCKING -> "wait-event";
            case Unplug unplug when unplug.removal() == Removal.SURPRISE -> "surprise";
            default -> operation.f();
        };
    }

    private static void choose(
            DeviceKind kind,
            List<List<String>> lists,
            int from,
            int more,
            List<List<String>> chosen,
            List<Program> programs) {
        if (more == 0) {
            List<List<String>> all = new ArrayList<>(chosen);
            all.add(List.of("unplug"));
            programs.add(program(kind, all));
            return;
        }
        for (int i = from; i < lists.size(); i++) {
            List<List<String>> longer = new ArrayList<>(chosen);
            longer.add(lists.get(i));
            choose(kind, lists, i, more - 1, longer, programs);
        }
    }

    /// What one process may do: nothing after it has closed its handle.
    private static List<List<String>> lists(DeviceKind kind, int operations) {
        @Var List<List<String>> lists = List.of(List.of(OPEN));
        for (int i = 1; i < operations; i++) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> list : lists) {
                if (list.getLast().equals(CLOSE)) {
                    longer.add(list);
                    continue;
                }
                for (String name : onHandle(kind, new Handle(0, 0)).keySet()) {
                    List<String> more = new ArrayList<>(list);
                    more.add(name);
                    longer.add(more);
                }
            }
            lists = longer;
        }
        return lists;
    }

    private static Program program(DeviceKind kind, List<List<String>> lists) {
        List<List<DeviceOperation>> processes = new ArrayList<>();
        for (List<String> list : lists) {
            Map<String, DeviceOperation> known =
                    new LinkedHashMap<>(onHandle(kind, new Handle(0, processes.size() + 1)));
            known.put(OPEN, new Open(new Handle(0, processes.size() + 1)));
            known.putAll(onDevice(kind));
            List<DeviceOperation> operations = new ArrayList<>();
            for (String name : list) {
                DeviceOperation operation = known.get(name);
                if (operation == null) {
                    throw new IllegalArgumentException("There is no operation '" + name + "'; choose from "
                            + String.join(", ", known.keySet()) + ", with / between processes.");
                }
                operations.add(operation);
            }
            processes.add(operations);
        }
        return new Program(List.of(new Probe(0)), processes, 0);
    }

    private static Map<String, DeviceOperation> onHandle(DeviceKind kind, Handle handle) {
        Map<String, DeviceOperation> operations = new LinkedHashMap<>();
        switch (kind) {
            case GPIO -> {
                operations.put("get-line", new GetLine(handle, 0));
                operations.put("set-line", new SetLine(handle, 0, 1));
                operations.put("direction-output", new DirectionOutput(handle, 0, 1));
                operations.put("direction-input", new DirectionInput(handle, 0));
                operations.put("read-event", new ReadEvent(handle, Waiting.NONBLOCKING));
                operations.put("wait-event", new ReadEvent(handle, Waiting.BLOCKING));
            }
            case REGISTER -> {
                operations.put("read", new Read(handle));
                operations.put("write", new Write(handle, 1));
                operations.put("factorial", new Factorial(handle, 3));
                operations.put("transfer", new Transfer(handle, 4));
            }
            case EVENTS -> {
                operations.put("read-event", new ReadEvent(handle, Waiting.NONBLOCKING));
                operations.put("wait-event", new ReadEvent(handle, Waiting.BLOCKING));
            }
            case OBJECT -> {
                int strong = handle.number() + STRONG_AFTER;
                int weak = handle.number() + WEAK_AFTER;
                operations.put("read", new Read(handle));
                operations.put("clone", new CloneReference(handle, strong));
                operations.put("downgrade", new Downgrade(handle, weak));
                operations.put("upgrade", new Upgrade(new Handle(0, weak), strong));
            }
        }
        if (kind != DeviceKind.OBJECT) {
            operations.put("poll", new Poll(handle));
        }
        operations.put(CLOSE, new Close(handle));
        return operations;
    }

    private static Map<String, DeviceOperation> onDevice(DeviceKind kind) {
        Map<String, DeviceOperation> operations = new LinkedHashMap<>();
        operations.put("unplug", new Unplug(0, Removal.ORDERLY));
        operations.put("surprise", new Unplug(0, Removal.SURPRISE));
        operations.put("probe", new Probe(0));
        operations.put("suspend", new Suspend(0));
        operations.put("resume", new Resume(0));
        if (kind == DeviceKind.GPIO || kind == DeviceKind.EVENTS) {
            operations.put("drive-pin", new DrivePin(0, 0, 1));
        }
        return operations;
    }
}
