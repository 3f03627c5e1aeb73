package dev.yank.reports;

import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DeviceUnderTest;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.model.rule.Finding;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.RuleId;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.trace.EventKind;
import java.util.Optional;

/// A counterexample full of what a driver should not be able to do to a reader: markup, line feeds, escape
/// sequences, letters that reverse the line, paths.
public final class HostileWords {

    /// The beginning of an escape sequence that clears the terminal.
    public static final String ESCAPE = "\u001b[2J";

    private static final String WORDS = "</pre><script>window.hacked=1</script><img src=x onerror=window.hacked=1>\r\n"
            + ESCAPE + "\u202e\u0000\u0085[x](javascript:1)";

    private HostileWords() {}

    /// The counterexample.
    public static Counterexample counterexample() {
        Story story = new Story("set-up" + WORDS, "process 0" + WORDS)
                .object(1, "State" + WORDS)
                .asks(0, new Probe(0))
                .event(EventKind.ALLOC, 0, 1, 0, WORDS)
                .event(EventKind.OOPS, 1, 1, 0, WORDS);
        var driver = new DriverUnderTest(
                "../../etc/" + WORDS, WORDS, DeviceUnderTest.EDU, Policy.DEFAULT, Optional.empty(), WORDS);
        return story.of(driver, new Finding(RuleId.parse("K1"), "process 0 oopsed: " + WORDS + ".", story.last()));
    }
}
