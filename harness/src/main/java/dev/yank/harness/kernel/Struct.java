package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// A structure of the kernel. Held in a final field of a driver's object it is embedded there, as a member by
/// value is in C, and is freed with it.
public abstract class Struct implements Shadowed {

    @Var
    private @Nullable Memory memory;

    @Var
    private int id;

    @Var
    private int place;

    @Var
    private int location;

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

    @Override
    public final int yank$place() {
        return place;
    }

    @Override
    public final void yank$place(int first) {
        place = first;
    }

    /// More than any structure of the kernel has.
    @Override
    public int yank$fields() {
        return 16;
    }

    /// `container_of()`: the object on the heap that `member` is embedded in. Arithmetic on an address, not
    /// an access.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller knows what it is embedded in
    public static <T> T container_of(Struct member) {
        Memory memory = member.memory;
        if (memory == null) {
            throw new IllegalArgumentException(
                    "container_of needs a structure that is embedded in an object on the heap, " + "but this "
                            + member.getClass().getSimpleName() + " is not.");
        }
        return (T) memory.object();
    }

    /// Says in the trace that the structure is made ready, where somebody has been seen to use it before;
    /// otherwise nobody could tell the difference.
    final void initialised(Machine machine, String what) {
        if (id != 0) {
            machine.emit(EventKind.INIT, id, 0, what);
        }
    }

    /// Its number in the trace of the current execution.
    public final int id(Machine machine) {
        if (id == 0) {
            id = machine.identify(this);
        }
        return id;
    }

    /// Its number as a location of an [Access].
    final int location(Machine machine) {
        if (location == 0) {
            location = machine.locate();
        }
        return location;
    }
}
