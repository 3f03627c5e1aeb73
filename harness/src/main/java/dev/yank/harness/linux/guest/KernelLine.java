package dev.yank.harness.linux.guest;

import java.util.Arrays;
import java.util.List;

/// A line of stock Debian kernels, and with which oracles it is booted.
///
/// Source: configurations of the Debian kernel packages, 2026.
public enum KernelLine {
    /// The kernel of Debian 12.
    V6_1("6.1", "bookworm", "slub_debug=FZPU"),
    /// The kernel of Debian 13, as Debian 12 offers it.
    V6_12("6.12", "bookworm-backports", "slub_debug=FZPU kfence.sample_interval=1"),
    /// The kernel of Debian's development.
    V7_2("7.2", "sid", "slub_debug=FZPU kfence.sample_interval=1");

    private final String text;
    private final String suite;
    private final String options;

    KernelLine(String text, String suite, String options) {
        this.text = text;
        this.suite = suite;
        this.options = options;
    }

    /// The line with a number such as `6.1`.
    ///
    /// @throws IllegalArgumentException with one sentence
    public static KernelLine numbered(String number) {
        return Arrays.stream(values())
                .filter(line -> line.text.equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + number + "' is no line of kernels that can be prepared; write 6.1, 6.12 or 7.2."));
    }

    /// Its number.
    public String text() {
        return text;
    }

    /// The suite of Debian that has it.
    String suite() {
        return suite;
    }

    /// What is added to the kernel's command line so that it watches its own memory.
    public List<String> options() {
        return List.of(options.split(" ", -1));
    }
}
