package dev.yank.features;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.sim.Outcome;
import dev.yank.model.linearize.Entry;
import dev.yank.model.rule.RuleId;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.Response;
import java.util.List;

/// Whether an execution gave a rule something to judge.
///
/// The judges say so themselves; only for L1 it is read from the history: operations overlapped.
final class Exercised {

    private Exercised() {}

    static boolean in(Outcome outcome, RuleId rule) {
        return switch (rule.text()) {
            case "L1" -> overlaps(outcome.history().entries());
            default -> (outcome.witnessed() & rule.bit()) != 0;
        };
    }

    /// Entries are in the order of their invocations.
    private static boolean overlaps(List<Entry<DeviceOperation, Response>> entries) {
        @Var int latest = -1;
        for (Entry<DeviceOperation, Response> entry : entries) {
            if (entry.invoked() < latest) {
                return true;
            }
            latest = Math.max(latest, entry.completed());
        }
        return false;
    }
}
