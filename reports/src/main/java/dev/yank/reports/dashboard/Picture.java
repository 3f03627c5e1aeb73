package dev.yank.reports.dashboard;

/// One picture of a run.
///
/// @param name the name of its file, without the ending
/// @param title what it shows, in a few words
/// @param caption how to read it
/// @param svg the picture by itself: light or dark, as the reader's system is
/// @param inline the same for a page that has the colours of [dev.yank.reports.pages.Pages]
public record Picture(String name, String title, String caption, String svg, String inline) {}
