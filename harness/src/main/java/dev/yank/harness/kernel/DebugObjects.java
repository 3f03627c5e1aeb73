package dev.yank.harness.kernel;

import dev.yank.model.trace.EventKind;

/// `<linux/debugobjects.h>`: says when the life of an object ends, for whoever watches over lives.
public final class DebugObjects {

    private DebugObjects() {}

    /// The destructor of the object runs; its storage may outlive it.
    public static void debug_object_destroy(Object object) {
        Machine machine = Machine.current();
        machine.point();
        machine.emit(EventKind.DESTROY, Slab.memoryOf(object).id(), 0, "");
    }
}
