package dev.yank.model.rule;

import java.util.Comparator;
import java.util.regex.Pattern;

/// The name of one rule: `R1` to `R45` for the rules that the kernel's own people stated, `L1` and
/// `K1` to `K3` for those that are ours.
///
/// Identifiers are ordered by number, with `K1`, `L1` and so on after every `R`.
///
/// @param text the identifier as it is written everywhere: in feature tags, reports and on the command line
public record RuleId(String text) implements Comparable<RuleId> {

    /// The highest number of an `R` rule.
    static final int LAST_R = 45;

    private static final Pattern SHAPE = Pattern.compile("R([1-9]|[1-3][0-9]|4[0-5])|L1|K[1-3]");
    private static final Comparator<RuleId> ORDER = Comparator.comparing(RuleId::isOurs)
            .thenComparingInt(id -> id.text.charAt(0))
            .thenComparingInt(RuleId::number);

    /// Refuses a text that names no rule.
    ///
    /// @throws IllegalArgumentException if the text is none of `R1` to `R45`, `L1` and `K1` to `K3`
    public RuleId {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a rule; write R1 to R" + LAST_R
                    + ", L1 for linearizability," + " or K1, K2, K3 for the rules of the kernel on context, data races"
                    + " and lock order.");
        }
    }

    /// Reads an identifier, with blanks around it and small letters allowed.
    ///
    /// @throws IllegalArgumentException with one sentence if the text names no rule
    public static RuleId parse(String text) {
        String trimmed = text.strip();
        return new RuleId(
                trimmed.matches("[rlk][0-9]+")
                        ? Character.toUpperCase(trimmed.charAt(0)) + trimmed.substring(1)
                        : trimmed);
    }

    /// This rule as a bit, for sets of rules.
    public long bit() {
        return 1L << (text.charAt(0) == 'R' ? number() : text.charAt(0) == 'L' ? LAST_R + 1 : LAST_R + 1 + number());
    }

    @Override
    public int compareTo(RuleId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text;
    }

    private boolean isOurs() {
        return text.charAt(0) != 'R';
    }

    /// Read from the digits each time, which judges do for every event: without making a string.
    private int number() {
        int first = text.charAt(1) - '0';
        return text.length() == 2 ? first : 10 * first + text.charAt(2) - '0';
    }
}
