package dev.yank.harness.kernel.rust;

/// The `Drop` trait: what happens when the owner of a value lets it go.
public interface Drop {

    /// The destructor.
    void drop();

    /// Runs the destructor of `value` where it has one.
    static void drop(Object value) {
        if (value instanceof Drop droppable) {
            droppable.drop();
        }
    }
}
