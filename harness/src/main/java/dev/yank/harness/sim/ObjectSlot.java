package dev.yank.harness.sim;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Memory;
import dev.yank.harness.kernel.ObjectTable;
import dev.yank.harness.kernel.Shadowed;
import dev.yank.harness.sim.hardware.RegisterValue;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.OnHandle;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.ReferenceOperation;
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import dev.yank.model.spec.device.ReferenceOperation.Downgrade;
import dev.yank.model.spec.device.ReferenceOperation.Upgrade;
import dev.yank.model.trace.EventKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The place of a table of objects, and the references that processes hold, under the handles of the program.
///
/// What processes hold is noted in the trace, so that nobody has to believe the counts.
///
/// @param <S> strong references
/// @param <W> weak references
final class ObjectSlot<S, W> extends Slot {

    private static final int STRONG = 1;
    private static final int WEAK = 0;

    private final ObjectTable<S, W> table;
    private final @Nullable Object[] held = new Object[Handle.LIMIT];
    private final int[] memories = new int[Handle.LIMIT];

    @Var
    private long strong;

    @Var
    private long busy;

    @Var
    private int inTable;

    ObjectSlot(SimulatedMachine machine, int devt, ObjectTable<S, W> table) {
        super(machine, devt, table);
        this.table = table;
    }

    /// Whether the handles that it speaks of hold something that nobody else is using, and those that it is to
    /// fill hold nothing.
    boolean makesSense(DeviceOperation operation) {
        return switch (operation) {
            case OnHandle on -> isFree(on.handle().number());
            case Open(Handle handle) -> isEmpty(handle.number());
            case ReferenceOperation make -> isFree(make.from().number()) && isEmpty(make.to());
            case DeviceOperation.FromOutside _ -> true;
        };
    }

    private boolean isFree(int handle) {
        return held[handle] != null && (busy & 1L << handle) == 0;
    }

    private boolean isEmpty(int handle) {
        return held[handle] == null && (busy & 1L << handle) == 0;
    }

    int perform(DeviceOperation operation) {
        return switch (operation) {
            case Probe _ -> probe();
            case Unplug(int _, var removal) -> unplug(removal);
            case Open(Handle handle) -> lookUp(handle.number());
            case Close(Handle handle) -> drop(handle.number());
            case Read(Handle handle) -> read(handle.number());
            case ReferenceOperation make -> make(make);
            case OnHandle _, DeviceOperation.FromOutside _ -> -Errno.EINVAL;
        };
    }

    /// Drops every reference that is left.
    void dropAll() {
        for (int handle = 0; handle < held.length; handle++) {
            if (held[handle] != null) {
                drop(handle);
            }
        }
    }

    private int lookUp(int handle) {
        busy |= 1L << handle;
        S found = table.lookup();
        busy &= ~(1L << handle);
        return found == null ? -Errno.ENXIO : holdStrong(handle, found);
    }

    private int drop(int handle) {
        Object reference = held[handle];
        held[handle] = null;
        busy |= 1L << handle;
        boolean isStrong = isStrong(handle);
        machine.emit(EventKind.REFERENCE_DROPPED, memories[handle], isStrong ? STRONG : WEAK, "");
        if (isStrong) {
            table.put(asStrong(reference));
        } else {
            table.put_weak(asWeak(reference));
        }
        machine.emit(EventKind.REFERENCE_GONE, memories[handle], 0, "");
        busy &= ~(1L << handle);
        return 0;
    }

    private int read(int handle) {
        if (!isStrong(handle)) {
            return -Errno.EBADF;
        }
        busy |= 1L << handle;
        int content = table.read(asStrong(held[handle]));
        busy &= ~(1L << handle);
        return content;
    }

    private int make(ReferenceOperation make) {
        int from = make.from().number();
        long both = 1L << from | 1L << make.to();
        busy |= both;
        int result = switch (make) {
            case CloneReference(Handle _, int to) -> clone(from, to);
            case Downgrade(Handle _, int to) ->
                isStrong(from) ? holdWeak(to, table.downgrade(asStrong(held[from]))) : -Errno.EBADF;
            case Upgrade(Handle _, int to) -> isStrong(from) ? -Errno.EBADF : upgrade(from, to);
        };
        busy &= ~both;
        return result;
    }

    private int clone(int from, int to) {
        return isStrong(from)
                ? holdStrong(to, table.get(asStrong(held[from])))
                : holdWeak(to, table.get_weak(asWeak(held[from])));
    }

    private int upgrade(int from, int to) {
        S upgraded = table.upgrade(asWeak(held[from]));
        machine.emit(EventKind.UPGRADED, memories[from], upgraded == null ? 0 : 1, "");
        return upgraded == null ? -Errno.ENXIO : holdStrong(to, upgraded);
    }

    private int holdStrong(int handle, S reference) {
        held[handle] = reference;
        strong |= 1L << handle;
        memories[handle] = memoryOf(table.object(reference));
        machine.emit(EventKind.REFERENCE_TAKEN, memories[handle], STRONG, "");
        return 0;
    }

    private int holdWeak(int handle, W reference) {
        held[handle] = reference;
        strong &= ~(1L << handle);
        memories[handle] = memoryOf(table.storage(reference));
        machine.emit(EventKind.REFERENCE_TAKEN, memories[handle], WEAK, "");
        return 0;
    }

    private static int memoryOf(Object object) {
        Memory memory = object instanceof Shadowed shadowed ? shadowed.yank$memory() : null;
        if (memory == null) {
            throw new IllegalArgumentException("A table of objects hands out what was allocated with kzalloc, but this "
                    + object.getClass().getSimpleName() + " was not.");
        }
        return memory.id();
    }

    private boolean isStrong(int handle) {
        return (strong & 1L << handle) != 0;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // [#strong] says what it is, and it is there
    private S asStrong(@Nullable Object reference) {
        return (S) reference;
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    private W asWeak(@Nullable Object reference) {
        return (W) reference;
    }

    @Override
    String deviceName() {
        return "table";
    }

    @Override
    int probeDriver(Device dev) {
        S reference = table.insert();
        if (reference == null) {
            return -Errno.ENOMEM;
        }
        inTable = memoryOf(table.object(reference));
        machine.emit(EventKind.REFERENCE_TAKEN, inTable, STRONG, "");
        return 0;
    }

    @Override
    void removeDriver(Device dev) {
        machine.emit(EventKind.REFERENCE_DROPPED, inTable, STRONG, "");
        table.remove();
        machine.emit(EventKind.REFERENCE_GONE, inTable, 0, "");
    }

    @Override
    void plugHardware() {}

    @Override
    void pullHardware() {}

    @Override
    List<RegisterValue> registers() {
        return List.of();
    }

    @Override
    boolean hotUnpluggable() {
        return false;
    }
}
