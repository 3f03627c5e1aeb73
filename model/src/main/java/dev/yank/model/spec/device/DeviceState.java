package dev.yank.model.spec.device;

/// The state of one device: whether it is bound, the handles, and what its hardware remembers.
///
/// A handle belongs to the instance that was bound when it was opened. It is live while that instance is
/// bound, and dead from then on, also when the device is plugged in again.
///
/// @param bound whether a driver is bound
/// @param open the open handles, one bit each
/// @param live the handles of the instance that is bound, one bit each; all of them open
/// @param hardware what the hardware remembers
/// @param <D> the memory of the hardware
public record DeviceState<D>(boolean bound, long open, long live, D hardware) {

    private static final Standing NOT_OPEN = new Standing.NotOpen();
    private static final Standing LIVE = new Standing.Live();
    private static final Standing DEAD = new Standing.Dead();

    /// Refuses live handles that are not open or have no instance.
    public DeviceState {
        if ((live & ~open) != 0 || (!bound && live != 0)) {
            throw new IllegalArgumentException("A live handle must be open on a bound device.");
        }
    }

    static <D> DeviceState<D> initial(Initially initially, D hardware) {
        return new DeviceState<>(initially == Initially.BOUND, 0, 0, hardware);
    }

    Standing standing(Handle handle) {
        long bit = handle.bit();
        if ((open & bit) == 0) {
            return NOT_OPEN;
        }
        return (live & bit) == 0 ? DEAD : LIVE;
    }

    DeviceState<D> opened(Handle handle) {
        return new DeviceState<>(bound, open | handle.bit(), live | handle.bit(), hardware);
    }

    DeviceState<D> openedDead(Handle handle) {
        return new DeviceState<>(bound, open | handle.bit(), live, hardware);
    }

    DeviceState<D> closed(Handle handle) {
        return new DeviceState<>(bound, open & ~handle.bit(), live & ~handle.bit(), hardware);
    }

    DeviceState<D> probed() {
        return new DeviceState<>(true, open, 0, hardware);
    }

    DeviceState<D> removed(D rest) {
        return new DeviceState<>(false, open, 0, rest);
    }

    DeviceState<D> with(D changed) {
        return new DeviceState<>(bound, open, live, changed);
    }
}
