package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The table of nodes in `/dev`: which [Cdev] or [Miscdevice] stands behind which number. Whoever looks at it or
/// changes it holds a lock of the kernel's own meanwhile.
final class CharacterDevices extends Struct {

    @Var
    private @Nullable Struct[] nodes = new Struct[4];

    /// Puts a structure behind a number.
    ///
    /// @return false where the number is taken
    boolean add(Machine machine, int devt, Struct node) {
        machine.exchange(this);
        if (devt < 0) {
            throw new IllegalArgumentException("A node needs a number: use dev.devt() of the device on the bus.");
        }
        if (devt >= nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * devt);
        }
        if (nodes[devt] != null) {
            return false;
        }
        nodes[devt] = node;
        return true;
    }

    void remove(Machine machine, int devt) {
        machine.exchange(this);
        nodes[devt] = null;
    }

    @Nullable
    Struct find(Machine machine, int devt) {
        machine.observe(this);
        return devt < nodes.length ? nodes[devt] : null;
    }
}
