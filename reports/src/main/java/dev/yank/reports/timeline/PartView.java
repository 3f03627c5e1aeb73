package dev.yank.reports.timeline;

/// Placeholder.
record PartView(String name) {}
