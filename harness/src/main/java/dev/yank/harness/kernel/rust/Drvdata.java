package dev.yank.harness.kernel.rust;

import static dev.yank.harness.kernel.Device.dev_get_drvdata;
import static dev.yank.harness.kernel.Device.dev_set_drvdata;

import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Machine;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// The private data of a device with its type: `Device<CoreInternal>::set_drvdata`, `drvdata_borrow` and
/// `drvdata_obtain`.
///
/// Source: `rust/kernel/device.rs`, Linux kernel, D. Krummrich, 2025.
public final class Drvdata {

    /// What lies in `drvdata`: the pointer and the `TypeId` of what it points to.
    private record Typed<T>(Class<T> type, Foreign<KBox<T>> pointer) {}

    private Drvdata() {}

    /// Hands the box to the device.
    public static <T> void set_drvdata(Device dev, Class<T> type, KBox<T> data) {
        Foreign<KBox<T>> pointer = Foreign.into_foreign(ForeignOwnable.pointer(), data);
        dev_set_drvdata(dev, pointer == null ? null : new Typed<>(type, pointer));
    }

    /// Borrows what is in the box; `type` must be what was set.
    ///
    /// @return the borrow, or null where nothing is set
    public static <T> Foreign.@Nullable Borrowed<KBox<T>> drvdata_borrow(Device dev, Class<T> type) {
        Foreign<KBox<T>> pointer = pointer(dev, type, dev_get_drvdata(dev));
        return pointer == null ? null : pointer.borrow();
    }

    /// As [#drvdata_borrow], to change what is in the box.
    public static <T> Foreign.@Nullable Borrowed<KBox<T>> drvdata_borrow_mut(Device dev, Class<T> type) {
        Foreign<KBox<T>> pointer = pointer(dev, type, dev_get_drvdata(dev));
        return pointer == null ? null : pointer.borrow_mut();
    }

    /// Takes the box back, without taking it out of the device.
    ///
    /// @return the box, or null where nothing is set
    public static <T> @Nullable KBox<T> drvdata_obtain(Device dev, Class<T> type) {
        Foreign<KBox<T>> pointer = pointer(dev, type, dev.drvdataOrNull());
        return pointer == null ? null : pointer.from_foreign();
    }

    @SuppressWarnings("unchecked") // that the types are the same is what is checked
    private static <T> @Nullable Foreign<KBox<T>> pointer(Device dev, Class<T> type, @Nullable Object drvdata) {
        if (!(drvdata instanceof Typed<?> typed)) {
            return null;
        }
        boolean same = typed.type.getName().equals(type.getName());
        Machine.current()
                .emit(
                        EventKind.TYPE_COMPARED,
                        dev,
                        same ? 1 : 0,
                        type.getSimpleName() + " to " + typed.type.getSimpleName());
        return (Foreign<KBox<T>>) (Foreign<?>) typed.pointer;
    }
}
