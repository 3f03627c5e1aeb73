package dev.yank.model.spec.device;

import dev.yank.model.spec.Effect;
import dev.yank.model.spec.device.DeviceOperation.Access;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import java.util.List;

/// What distinguishes one kind of device from another.
///
/// @param <D> what the hardware remembers
interface Hardware<D> {

    /// Its memory at the beginning of a history.
    D initial();

    /// What is left of its memory after removal, and what a probe finds: all that is reset is reset here.
    D removed(D before);

    /// Its memory after a pin was driven while a driver was bound.
    D driven(D before, DrivePin drive);

    /// Its memory after a pin was driven while no driver was bound.
    D drivenWhileGone(D before, DrivePin drive);

    /// Its memory once it may lie; nothing, where nobody asks that of it.
    default D suspected(D before) {
        return before;
    }

    /// The rows for an access through a live handle.
    List<Effect<DeviceState<D>, Response>> live(DeviceState<D> state, Access access);

    /// The rows for an access through a dead handle.
    List<Effect<DeviceState<D>, Response>> dead(DeviceState<D> state, Access access);
}
