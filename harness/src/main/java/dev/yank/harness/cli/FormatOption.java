package dev.yank.harness.cli;

import picocli.CommandLine.Option;

/// `--format` of the commands that print results for people or for programs.
final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "What is printed on standard output (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    Format chosen() {
        return format;
    }
}
