package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;

/// `struct ures_group`: resources of user-space lifetime that several cdevs share. Each cdev that was added counts as
/// one user until its last reference is gone: it is deleted, and every file of it closed. When the last user is gone,
/// the group is released.
///
/// It was proposed and never merged; the managed release of DRM is its only instance.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, D. Vetter and L.
/// Pinchart, 2021.
public final class UresGroup extends Struct {

    private final Kref kref = new Kref();

    @Var
    private Runnable release = () -> {};

    @Override
    public void yank$adopt(Memory memory) {
        super.yank$adopt(memory);
        kref.yank$adopt(memory);
    }

    /// Starts the life of a group with one reference, that of the caller; `release` runs when the last one is gone.
    public static void ures_group_init(UresGroup group, Runnable release) {
        group.release = release;
        Kref.kref_init(group.kref);
    }

    /// The cdev, which was added, shares what the group holds.
    public static void ures_group_add(UresGroup group, Cdev cdev) {
        Machine machine = Machine.current();
        Kref.kref_get(group.kref);
        cdev.join(group);
        Memory memory = group.yank$memory();
        if (memory != null) {
            machine.emit(EventKind.GROUP_JOINED, memory.id(), cdev.id(machine), "");
        }
    }

    /// Drops the reference of whoever initialised it.
    public static void ures_group_put(UresGroup group) {
        Kref.kref_put(group.kref, group.release);
    }

    /// The last reference to the cdev is gone.
    void leave(Cdev cdev) {
        Machine machine = Machine.current();
        Memory memory = yank$memory();
        if (memory != null) {
            machine.emit(EventKind.GROUP_LEFT, memory.id(), cdev.id(machine), "");
        }
        ures_group_put(this);
    }
}
