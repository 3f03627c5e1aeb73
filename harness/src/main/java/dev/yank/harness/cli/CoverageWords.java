package dev.yank.harness.cli;

import dev.yank.harness.coverage.Coverage;
import dev.yank.harness.coverage.GrowthPoint;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.sim.DeviceState;
import dev.yank.model.rule.RuleId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Coverage in one line, and as plain data for JSON.
final class CoverageWords {

    private CoverageWords() {}

    /// What was covered, and since when nothing new was seen.
    static String line(String driver, Coverage coverage) {
        return String.format(
                Locale.ROOT,
                "%s covered %d rules, %,d histories (last new at execution %,d of %,d), %,d access orders (last new at"
                        + " %,d), %d pairs of operation and device state",
                driver,
                coverage.rules().size(),
                coverage.histories(),
                coverage.lastNewHistory(),
                coverage.executions(),
                coverage.pairs(),
                coverage.lastNewPair(),
                coverage.operations().cells());
    }

    /// The rules of which the run says nothing.
    static String inconclusive(DriverResult driver) {
        List<RuleId> rules = driver.inconclusive();
        return driver.driver().name()
                + (rules.isEmpty()
                        ? " exercised every rule"
                        : " is inconclusive for " + rules.size() + " rules that no execution exercised: "
                                + rules.stream().map(RuleId::text).collect(Collectors.joining(", ")));
    }

    static Map<String, Object> json(Coverage coverage) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("histories", coverage.histories());
        object.put("accessOrders", coverage.pairs());
        object.put("lastNewHistory", coverage.lastNewHistory());
        object.put("lastNewAccessOrder", coverage.lastNewPair());
        Map<String, Object> rules = new LinkedHashMap<>();
        coverage.rules().forEach((rule, exercised) -> {
            Map<String, Object> numbers = new LinkedHashMap<>();
            numbers.put("executions", exercised.executions());
            numbers.put("histories", exercised.histories());
            numbers.put("accessOrders", exercised.pairs());
            rules.put(rule.text(), numbers);
        });
        object.put("rules", rules);
        Map<String, Object> operations = new LinkedHashMap<>();
        coverage.operations().counts().forEach((operation, states) -> operations.put(operation, labelled(states)));
        object.put("operations", operations);
        object.put("growth", coverage.growth().stream().map(CoverageWords::json).toList());
        return object;
    }

    private static Map<String, Long> labelled(Map<DeviceState, Long> states) {
        Map<String, Long> labelled = new LinkedHashMap<>();
        states.forEach((state, count) -> labelled.put(state.label(), count));
        return labelled;
    }

    private static Map<String, Long> json(GrowthPoint point) {
        Map<String, Long> object = new LinkedHashMap<>();
        object.put("executions", point.executions());
        object.put("histories", point.histories());
        object.put("accessOrders", point.pairs());
        return object;
    }
}
