package dev.yank.harness.sim;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Memory;
import dev.yank.harness.kernel.Struct;
import dev.yank.model.trace.TraceNames;

/// Names objects after their classes, numbered where there are several of a class, and tasks as they were
/// spawned.
final class Names implements TraceNames {

    private final Object[] objects;
    private final int count;
    private final String[] tasks;

    Names(Object[] objects, int count, String[] tasks) {
        this.objects = objects;
        this.count = count;
        this.tasks = tasks;
    }

    @Override
    public String object(int object) {
        if (object <= 0 || object > count) {
            return "something";
        }
        String name = name(objects[object]);
        @Var int before = 0;
        @Var int others = 0;
        for (@Var int other = 1; other <= count; other++) {
            if (other != object && name.equals(name(objects[other]))) {
                others++;
                before += other < object ? 1 : 0;
            }
        }
        return others == 0 ? name : name + "#" + (before + 1);
    }

    private static String name(Object object) {
        return switch (object) {
            case Memory memory -> memory.object().getClass().getSimpleName();
            case Device device -> device.name();
            case Struct struct when struct.declaredAs() != null -> struct.declaredAs();
            default -> object.getClass().getSimpleName();
        };
    }

    @Override
    public String task(int task) {
        return task >= 0 && task < tasks.length ? tasks[task] : "nobody";
    }
}
