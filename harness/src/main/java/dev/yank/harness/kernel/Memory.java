package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import java.util.ArrayList;
import java.util.List;

/// A piece of the simulated heap: one object that was allocated as a whole, with all that is embedded in it.
public final class Memory {

    private final Object object;
    private final int id;
    private final List<Deferred> deferred = new ArrayList<>(0);
    private final List<Cdev> cdevs = new ArrayList<>(0);

    @Var
    private int location;

    @Var
    private boolean freed;

    Memory(Machine machine, Object object) {
        this.object = object;
        this.id = machine.identify(this);
    }

    /// Its number in the trace.
    public int id() {
        return id;
    }

    /// The object that fills it.
    public Object object() {
        return object;
    }

    /// Whether it was freed.
    public boolean isFreed() {
        return freed;
    }

    /// Its number as a location of an [Access].
    int location(Machine machine) {
        if (location == 0) {
            location = machine.locate();
        }
        return location;
    }

    void embeds(Deferred callback) {
        deferred.add(callback);
    }

    void embeds(Cdev cdev) {
        cdevs.add(cdev);
    }

    /// Emits the freeing, and what in the memory could still run or is still referenced.
    void free(Machine machine) {
        for (Deferred callback : deferred) {
            machine.accesses(Access.READ, callback);
            if (callback.canRun()) {
                machine.emit(EventKind.FREED_WHILE_ARMED, callback.id(machine), 0, "");
            }
        }
        for (Cdev cdev : cdevs) {
            if (cdev.isReferenced(machine)) {
                machine.emit(EventKind.FREED_WHILE_REFERENCED, cdev.id(machine), 0, "");
            }
        }
        machine.emit(EventKind.FREE, id, 0, "");
        freed = true;
    }
}
