package dev.yank.harness.linux;

import dev.yank.harness.linux.guest.Flavour;
import dev.yank.harness.run.HarnessFailure;
import dev.yank.model.rule.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What stock kernels are known to do. The table is the resource `expectations.tsv`: guest, subject, rule, verdict,
/// why.
final class Expectations {

    /// A line of the table.
    private record Line(String flavour, String subject, String rule, String verdict) {}

    private final List<Line> lines;

    private Expectations(List<Line> lines) {
        this.lines = lines;
    }

    /// The table of the project.
    static Expectations ofProject() {
        try (InputStream in = Expectations.class.getResourceAsStream("expectations.tsv")) {
            if (in == null) {
                throw new HarnessFailure("The table of expectations is not on the class path.");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new HarnessFailure("The table of expectations cannot be read (" + e.getMessage() + ").");
        }
    }

    /// Reads a table; lines that begin with `#` say something to people.
    static Expectations parse(String table) {
        return new Expectations(table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(words -> new Line(words[0], words[1], words[2], words[3]))
                .toList());
    }

    /// What is expected, if anything is.
    Optional<String> of(Flavour flavour, Subject subject, RuleId rule) {
        return lines.stream()
                .filter(line -> line.flavour().equals(flavour.text())
                        && line.subject().equals(subject.name())
                        && line.rule().equals(rule.text()))
                .map(Line::verdict)
                .findFirst();
    }
}
