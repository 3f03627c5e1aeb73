package dev.yank.harness.kernel.rust;

import static dev.yank.harness.kernel.DebugObjects.debug_object_destroy;

import dev.yank.harness.kernel.Shadowed;

/// The `Drop` trait: what happens when the owner of a value lets it go.
public interface Drop {

    /// The destructor.
    void drop();

    /// Runs the destructor of `value` where it has one.
    static void drop(Object value) {
        if (value instanceof Shadowed shadowed && shadowed.yank$memory() != null) {
            debug_object_destroy(value);
        }
        if (value instanceof Drop droppable) {
            droppable.drop();
        }
    }
}
