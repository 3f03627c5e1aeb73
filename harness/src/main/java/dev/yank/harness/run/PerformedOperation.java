package dev.yank.harness.run;

import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.Response;
import java.util.Optional;

/// One operation of a history, placed in the trace.
///
/// @param task the number of the task that played the process
/// @param operation what was asked
/// @param response what was answered; empty where the operation never completed
/// @param afterEvent how many events the trace had when the operation was invoked
/// @param beforeEvent how many it had when it completed; `Integer.MAX_VALUE` where it never did
public record PerformedOperation(
        int task, DeviceOperation operation, Optional<Response> response, int afterEvent, int beforeEvent) {}
