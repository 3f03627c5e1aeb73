package dev.yank.harness.check;

import java.util.List;
import java.util.Map;

/// What is known about one file.
///
/// @param file its name
/// @param spec the specification that it was judged by
/// @param answer whether it is linearizable
/// @param reason why nothing is known, or empty
/// @param operations how many operations there are
/// @param parts how many parts they fall into
/// @param millis how long the judging took, without the reading
/// @param opinions what each engine said, where several were asked
/// @param details why it is not linearizable, line by line; or an order that explains it, if that was asked for
public record FileVerdict(
        String file,
        String spec,
        Answer answer,
        String reason,
        int operations,
        int parts,
        double millis,
        Map<String, Answer> opinions,
        List<String> details) {

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
