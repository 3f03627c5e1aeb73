package dev.yank.harness.cli;

/// How results are printed.
enum Format {
    TEXT,
    JSON
}
