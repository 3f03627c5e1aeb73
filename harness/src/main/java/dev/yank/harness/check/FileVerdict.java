package dev.yank.harness.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known about one file.
///
/// @param file its name
/// @param spec the specification that it was judged by
/// @param answer whether it is linearizable
/// @param reason why nothing is known and what was learned, or empty
/// @param operations how many operations there are
/// @param parts how many parts they fall into
/// @param millis how long the judging took, without the reading
/// @param opinions what each engine said
/// @param why why it is not linearizable, if so and if that was found out within the limits
/// @param order an order that explains it, if there is one and it was asked for
public record FileVerdict(
        String file,
        String spec,
        Answer answer,
        String reason,
        int operations,
        int parts,
        double millis,
        Map<String, EngineAnswer> opinions,
        Optional<Why> why,
        List<String> order) {

    /// Copies the collections.
    public FileVerdict(
            String file,
            String spec,
            Answer answer,
            String reason,
            int operations,
            int parts,
            double millis,
            Map<String, EngineAnswer> opinions,
            Optional<Why> why,
            List<String> order) {
        this.file = file;
        this.spec = spec;
        this.answer = answer;
        this.reason = reason;
        this.operations = operations;
        this.parts = parts;
        this.millis = millis;
        this.opinions = Collections.unmodifiableMap(new LinkedHashMap<>(opinions));
        this.why = why;
        this.order = List.copyOf(order);
    }

    /// A file of which nothing is known.
    static FileVerdict unknown(String file, String spec, String reason) {
        return new FileVerdict(file, spec, Answer.UNKNOWN, reason, 0, 0, 0, Map.of(), Optional.empty(), List.of());
    }

    /// What one engine said.
    ///
    /// @param answer whether the history is linearizable
    /// @param reason why it does not know, or empty
    public record EngineAnswer(Answer answer, String reason) {}

    /// All that follows the first line of a file, as text.
    public List<String> details() {
        List<String> lines = new ArrayList<>();
        if (!reason.isEmpty()) {
            lines.add(reason);
        }
        if (opinions.size() > 1) {
            StringBuilder said = new StringBuilder("engines:");
            opinions.forEach((name, opinion) -> said.append(' ')
                    .append(name)
                    .append('=')
                    .append(opinion.answer().word()));
            lines.add(said.toString());
            opinions.forEach((name, opinion) -> {
                if (!opinion.reason().isEmpty() && !opinion.reason().equals(reason)) {
                    lines.add("  " + name + ": " + opinion.reason());
                }
            });
        }
        why.ifPresent(known -> lines.addAll(known.lines()));
        lines.addAll(order);
        return lines;
    }

    /// Whether a history is linearizable.
    public enum Answer {
        /// It is.
        TRUE,
        /// It is not.
        FALSE,
        /// Nobody knows.
        UNKNOWN;

        /// The word in a line of output.
        public String word() {
            return switch (this) {
                case TRUE -> "true";
                case FALSE -> "false";
                case UNKNOWN -> "unknown";
            };
        }
    }
}
