package dev.yank.model.spec.device;

import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Delete;
import dev.yank.model.spec.device.DeviceOperation.DirectionInput;
import dev.yank.model.spec.device.DeviceOperation.DirectionOutput;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.Factorial;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Misbehave;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.ReadEvent;
import dev.yank.model.spec.device.DeviceOperation.Resume;
import dev.yank.model.spec.device.DeviceOperation.SetLine;
import dev.yank.model.spec.device.DeviceOperation.Suspend;
import dev.yank.model.spec.device.DeviceOperation.Transfer;
import dev.yank.model.spec.device.DeviceOperation.Unload;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.DeviceOperation.Write;
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import dev.yank.model.spec.device.ReferenceOperation.Downgrade;
import dev.yank.model.spec.device.ReferenceOperation.Upgrade;
import org.jspecify.annotations.Nullable;

/// Which operations leave a device as it is, whatever its kind and policy.
final class Observations {

    private Observations() {}

    /// Whether the operation leaves every state as it is: because it only looks, or because it was refused.
    static boolean only(DeviceOperation operation, @Nullable Response response) {
        return switch (operation) {
            case Read _, Poll _, GetLine _, Factorial _, Transfer _, Suspend _, Resume _ -> true;
            case Open _, Close _, Write _, DirectionInput _, DirectionOutput _, SetLine _, ReadEvent _ ->
                response instanceof Response.Failed;
            case CloneReference _, Downgrade _, Upgrade _ -> response instanceof Response.Failed;
            case Unplug _, Unload _, Delete _, Probe _, DrivePin _, Misbehave _ -> response instanceof Response.Failed;
        };
    }
}
