package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import java.util.ArrayList;
import java.util.List;

/// `struct kernfs_node`: a file in sysfs. Whoever runs one of its methods holds an active reference; removing the
/// node lets nobody in any more and waits for those who are inside. A method that wants to remove the node that it
/// was called through breaks the protection first, and then nobody waits for it.
///
/// Source: `fs/kernfs/dir.c`, Linux kernel, T. Heo, 2013.
final class KernfsNode extends Struct {

    private static final String ACTIVE = "an active reference";

    /// The tasks that nobody removes the node under.
    private final List<Integer> active = new ArrayList<>(2);

    @Var
    private boolean activated = true;

    /// Somebody removes the node from inside of it.
    @Var
    private boolean suicidal;

    /// It is removed, and nobody is inside any more who counts.
    @Var
    private boolean unlinked;

    KernfsNode(String name) {
        declaredAs("kernfs_node.active of " + name);
    }

    /// `kernfs_get_active()`.
    ///
    /// @return false where the node is being removed
    boolean getActive(Machine machine) {
        machine.point(Access.WRITE, this);
        if (!activated) {
            return false;
        }
        active.add(machine.task());
        machine.emit(EventKind.GUARD_ENTER, this, 0, ACTIVE);
        return true;
    }

    /// `kernfs_put_active()`, of a reference that may have been broken meanwhile.
    void putActive(Machine machine) {
        machine.point(Access.WRITE, this);
        leave(machine);
    }

    /// `kernfs_break_active_protection()`.
    void breakProtection(Machine machine) {
        machine.point(Access.WRITE, this);
        leave(machine);
    }

    private void leave(Machine machine) {
        if (active.remove(/* element */ (Integer) machine.task())) {
            machine.emit(EventKind.GUARD_EXIT, this, 0, ACTIVE);
            machine.wake(this);
        }
    }

    /// Whether the running task is inside, and protected.
    boolean isProtected(Machine machine) {
        return active.contains(machine.task());
    }

    /// `kernfs_remove()`: waits for whoever is inside.
    ///
    /// @return whether it was this call that removed the node
    boolean remove(Machine machine) {
        machine.mightSleep("kernfs_remove");
        machine.point(Access.WRITE, this);
        if (unlinked) {
            return false;
        }
        activated = false;
        machine.emit(EventKind.DRAIN_BEGIN, this, 0, ACTIVE);
        while (!active.isEmpty()) {
            machine.block(this, "an active reference to be given back");
        }
        machine.emit(EventKind.DRAIN_END, this, 0, "the last active reference");
        boolean removes = !unlinked;
        unlinked = true;
        machine.accesses(Access.WRITE, this);
        machine.wake(this);
        return removes;
    }

    /// `kernfs_remove_self()`, in a method of the node: of several that do so one removes it, and the others wait for
    /// that.
    ///
    /// @return whether it is this call that removes the node
    boolean isFirstToRemove(Machine machine) {
        breakProtection(machine);
        if (suicidal) {
            while (!unlinked) {
                machine.block(this, "the file to be removed");
            }
            machine.join(this);
            return false;
        }
        suicidal = true;
        return true;
    }
}
