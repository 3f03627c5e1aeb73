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
/// @param node which instance stands behind the node that programs open
/// @param <D> the memory of the hardware
public record DeviceState<D>(boolean bound, long open, long live, D hardware, Node node) {

    /// What policy P11 makes of the node.
    public enum Node {
        /// It has stood for every instance so far, and will.
        FIXED,
        /// It stands for the instance that is bound, but an instance is gone: the next one may get another.
        MAY_CHANGE,
        /// The instance that is bound has another one.
        ELSEWHERE
    }

    private static final Standing NOT_OPEN = new Standing.NotOpen();
    private static final Standing LIVE = new Standing.Live();
    private static final Standing DEAD = new Standing.Dead();

    /// A device whose node never changes.
    public DeviceState(boolean bound, long open, long live, D hardware) {
        this(bound, open, live, hardware, Node.FIXED);
    }

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
        return new DeviceState<>(bound, open | handle.bit(), live | handle.bit(), hardware, node);
    }

    DeviceState<D> openedDead(Handle handle) {
        return new DeviceState<>(bound, open | handle.bit(), live, hardware, node);
    }

    /// A second descriptor of one file.
    DeviceState<D> duplicated(Handle from, int to) {
        long bit = 1L << to;
        return new DeviceState<>(bound, open | bit, (live & from.bit()) == 0 ? live : live | bit, hardware, node);
    }

    DeviceState<D> closed(Handle handle) {
        return new DeviceState<>(bound, open & ~handle.bit(), live & ~handle.bit(), hardware, node);
    }

    DeviceState<D> probed() {
        return new DeviceState<>(true, open, 0, hardware, node);
    }

    DeviceState<D> removed(D rest) {
        return new DeviceState<>(false, open, 0, rest, node);
    }

    DeviceState<D> with(D changed) {
        return new DeviceState<>(bound, open, live, changed, node);
    }

    DeviceState<D> behind(Node other) {
        return new DeviceState<>(bound, open, live, hardware, other);
    }
}
