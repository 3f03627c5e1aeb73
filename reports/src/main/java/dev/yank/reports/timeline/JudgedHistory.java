package dev.yank.reports.timeline;

import dev.yank.harness.examine.ExaminedHistory;
import dev.yank.harness.examine.Examiner;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.model.linearize.Entry;
import dev.yank.model.linearize.HistoryEntries;
import dev.yank.model.linearize.Limits;
import dev.yank.model.spec.SequentialSpec;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceSpecs;
import dev.yank.model.spec.device.Faults;
import dev.yank.model.spec.device.Initially;
import dev.yank.model.spec.device.RefusedOpens;
import dev.yank.model.spec.device.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The history of a counterexample, judged as it was when it was found.
final class JudgedHistory {

    private static final Limits LIMITS = new Limits(200_000);

    private JudgedHistory() {}

    static ExaminedHistory of(Counterexample counterexample) {
        DriverUnderTest driver = counterexample.driver();
        Faults faults = counterexample.program().faultAt() == 0 ? Faults.NONE : Faults.INJECTED;
        return examine(
                DeviceSpecs.forPolicy(driver.device().kind(), driver.policy(), Initially.GONE, faults),
                driver.name(),
                entries(counterexample));
    }

    private static <S> ExaminedHistory examine(
            SequentialSpec<S, DeviceOperation, Response> spec,
            String name,
            List<Entry<DeviceOperation, Response>> entries) {
        return new Examiner<>(spec, LIMITS).examine(name, entries);
    }

    private static List<Entry<DeviceOperation, Response>> entries(Counterexample counterexample) {
        return RefusedOpens.without(
                HistoryEntries.of(counterexample.history(), DeviceOperation::of, JudgedHistory::response));
    }

    private static Response response(@Nullable Object value) {
        if (value instanceof Number number) {
            return Response.of(number.intValue());
        }
        throw new IllegalArgumentException("An answer of a device is a number, but was " + value + ".");
    }
}
