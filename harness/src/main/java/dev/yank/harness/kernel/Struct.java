package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import org.jspecify.annotations.Nullable;

/// A structure of the kernel. Held in a final field of a driver's object it is embedded there, as a member by value is
/// in C, and is freed with it.
public abstract class Struct implements Shadowed {

    @Var
    private @Nullable Memory memory;

    @Var
    private int id;

    @Override
    public final @Nullable Memory yank$memory() {
        return memory;
    }

    @Override
    public final void yank$memory(@Nullable Memory memory) {
        this.memory = memory;
    }

    @Override
    public void yank$adopt(Memory memory) {
        this.memory = memory;
    }

    /// Its number in the trace of the current execution.
    public final int id(Machine machine) {
        if (id == 0) {
            id = machine.identify(this);
        }
        return id;
    }
}
