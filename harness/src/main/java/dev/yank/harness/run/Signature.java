package dev.yank.harness.run;

import dev.yank.model.rule.Finding;
import dev.yank.model.rule.RuleId;
import dev.yank.model.trace.Oracle;
import java.util.List;

/// What makes two findings the same bug as far as can be told: rule, oracle, and where in the driver.
///
/// @param rule the rule that is broken
/// @param oracle what saw it
/// @param where the frames of the driver, innermost first, such as `Pl061.remove:123`; where no code of the driver
/// was running, the sentence of the finding with its numbers taken out
public record Signature(RuleId rule, Oracle oracle, List<String> where) implements Comparable<Signature> {

    private static final int DEEPEST = 4;

    public Signature(RuleId rule, Oracle oracle, List<String> where) {
        this.rule = rule;
        this.oracle = oracle;
        this.where = List.copyOf(where);
    }

    static Signature of(Finding finding, Oracle oracle, List<StackTraceElement> frames) {
        List<String> where = frames.stream()
                .filter(Signature::isOfDriver)
                .limit(DEEPEST)
                .map(Signature::text)
                .toList();
        return new Signature(
                finding.rule(),
                oracle,
                where.isEmpty() ? List.of(finding.sentence().replaceAll("-?[0-9]+", "N")) : where);
    }

    private static boolean isOfDriver(StackTraceElement frame) {
        String type = frame.getClassName();
        return !type.startsWith("dev.yank.harness.") && !type.startsWith("java.") && !type.startsWith("jdk.");
    }

    private static String text(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }

    /// The place in one line, innermost frame first.
    public String place() {
        return String.join(" < ", where);
    }

    @Override
    public int compareTo(Signature other) {
        int byRule = rule.compareTo(other.rule);
        int byOracle = byRule != 0 ? byRule : oracle.compareTo(other.oracle);
        return byOracle != 0 ? byOracle : place().compareTo(other.place());
    }
}
