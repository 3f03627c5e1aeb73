package dev.yank.model.spec.device;

import dev.yank.model.linearize.Entry;
import dev.yank.model.rule.Errno;
import dev.yank.model.spec.device.DeviceOperation.Delete;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.Response.Failed;
import java.util.List;

/// Opens that were refused while a removal was in flight.
///
/// A removal takes effect twice: the node goes, and the open handles die. Policy P6 leaves the order open, so
/// that a refused open does not prove that the handles are dead, nor the other way round. A sequential
/// specification knows one instant only; such opens, which changed nothing, are therefore left out of what it
/// judges.
public final class RefusedOpens {

    private RefusedOpens() {}

    /// The history without opens that were told that there is no device while an unplug of it was in flight.
    public static List<Entry<DeviceOperation, Response>> without(List<Entry<DeviceOperation, Response>> entries) {
        for (Entry<DeviceOperation, Response> entry : entries) {
            if (saysNothing(entry, entries)) {
                return entries.stream()
                        .filter(other -> !saysNothing(other, entries))
                        .toList();
            }
        }
        return entries;
    }

    private static boolean saysNothing(
            Entry<DeviceOperation, Response> entry, List<Entry<DeviceOperation, Response>> entries) {
        return isRefused(entry) && overlapsUnplug(entry, entries);
    }

    private static boolean isRefused(Entry<DeviceOperation, Response> entry) {
        return entry.operation() instanceof Open
                && entry.response() instanceof Failed(Errno errno)
                && (errno == Errno.ENXIO || errno == Errno.ENODEV);
    }

    private static boolean overlapsUnplug(
            Entry<DeviceOperation, Response> open, List<Entry<DeviceOperation, Response>> entries) {
        for (Entry<DeviceOperation, Response> other : entries) {
            if ((other.operation() instanceof Unplug || other.operation() instanceof Delete)
                    && other.operation().device() == open.operation().device()
                    && other.invoked() < open.completed()
                    && open.invoked() < other.completed()) {
                return true;
            }
        }
        return false;
    }
}
