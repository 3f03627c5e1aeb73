package dev.yank.harness.kernel;

import org.jspecify.annotations.Nullable;

/// An object of a driver as the instrumentation leaves it: it can lie on the simulated heap, with everything
/// that is embedded in it, and its one ordinary field is reached through the hooks. For tests.
public final class Gadget extends Struct {

    final Kref kref = new Kref();
    final Mutex mutex = new Mutex();
    final Spinlock spinlock = new Spinlock();
    final TimerList timer = new TimerList();
    final WorkStruct work = new WorkStruct();
    final Cdev cdev = new Cdev();
    final Device device = new Device();

    private int field;
    private boolean withdrawn;

    /// A gadget on the heap.
    public static @Nullable Gadget allocated() {
        return Slab.kzalloc(new Gadget());
    }

    @Override
    public void yank$adopt(Memory memory) {
        super.yank$adopt(memory);
        kref.yank$adopt(memory);
        mutex.yank$adopt(memory);
        spinlock.yank$adopt(memory);
        timer.yank$adopt(memory);
        work.yank$adopt(memory);
        cdev.yank$adopt(memory);
        device.yank$adopt(memory);
    }

    /// Reads the field.
    public int field() {
        Hooks.read(this, "field", 0);
        return field;
    }

    /// Writes the field.
    public void field(int value) {
        Hooks.write(this, "field", 0);
        field = value;
    }

    /// Marks it as withdrawn, once.
    public void withdraw() {
        Hooks.writeOnce(this, "withdrawn", 1);
        withdrawn = true;
    }

    /// Whether it is, read once.
    public boolean isWithdrawn() {
        Hooks.readOnce(this, "withdrawn", 1);
        return withdrawn;
    }

    /// As [#withdraw], releasing.
    public void withdrawAndRelease() {
        Hooks.storeRelease(this, "withdrawn", 1);
        withdrawn = true;
    }

    /// As [#isWithdrawn], acquiring.
    public boolean isSeenWithdrawn() {
        Hooks.loadAcquire(this, "withdrawn", 1);
        return withdrawn;
    }
}
