package dev.yank.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.ExitStatus;
import java.io.PrintWriter;
import java.io.StringWriter;

/// What a command line came to.
///
/// @param status the exit status
/// @param out what was printed on standard output
/// @param err what was printed on standard error
record Said(int status, String out, String err) {

    static Said by(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Yank.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Said(status, out.toString(), err.toString());
    }

    /// One sentence on standard error, and nothing else anywhere.
    String sentence(ExitStatus expected) {
        assertThat(status).as(err).isEqualTo(expected.number());
        assertThat(out).isEmpty();
        assertThat(err).matches("yank: [^\\n]*[.)]\\R").doesNotContain("\tat ", "Exception", "dev.yank.harness.");
        return err.strip().substring("yank: ".length());
    }
}
