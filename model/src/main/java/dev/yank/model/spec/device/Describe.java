package dev.yank.model.spec.device;

import dev.yank.model.spec.device.DeviceOperation.OnHandle;
import dev.yank.model.spec.device.DeviceOperation.Open;
import java.util.List;
import java.util.stream.Collectors;

/// Operations in sentences.
final class Describe {

    private Describe() {}

    /// Such as `write 5 on handle 1 of device 0`, or `unplug surprise on device 0`.
    static String operation(DeviceOperation operation) {
        boolean hasHandle =
                operation instanceof OnHandle || operation instanceof Open || operation instanceof ReferenceOperation;
        List<Object> value = operation.value();
        String arguments = value.subList(hasHandle ? 2 : 1, value.size()).stream()
                .map(argument -> " " + argument)
                .collect(Collectors.joining());
        String place = hasHandle ? "handle " + value.get(1) + " of device " + value.get(0) : "device " + value.get(0);
        return operation.f() + arguments + " on " + place;
    }
}
