package dev.yank.reports.rulebook;

import java.util.List;

/// A rule as the page shows it.
///
/// @param id the identifier, which is also the anchor
/// @param title a few words
/// @param words the rule in one sentence
/// @param statement what exactly is required; empty where the words say it already
/// @param why the reasons, in paragraphs
/// @param sources who demands it, the closest first
/// @param isJudged whether anything decides it today
/// @param file the feature file that states it; empty where none does
/// @param knobs the policies that it depends on
/// @param scenarios its examples
/// @param keepers the drivers that keep it
/// @param breakers the drivers that break it
/// @param silent the drivers that conform, of which the last run says nothing about this rule: nothing exercised it
/// @param everything all its words, in small letters, to look for words in
public record RuleView(
        String id,
        String title,
        String words,
        String statement,
        List<String> why,
        List<String> sources,
        boolean isJudged,
        String file,
        List<String> knobs,
        List<StatedRule.StatedScenario> scenarios,
        List<DriverView> keepers,
        List<DriverView> breakers,
        List<String> silent,
        String everything) {

    /// A driver beside a rule.
    ///
    /// @param name its name
    /// @param evidence what is known, and from where
    /// @param mark `good`, `bad` or `open`
    /// @param link the timeline of its latest counterexample; empty where there is none
    public record DriverView(String name, String evidence, String mark, String link) {}

    /// The rules of one family.
    ///
    /// @param id the anchor
    /// @param title its name
    /// @param rules its rules
    public record FamilyView(String id, String title, List<RuleView> rules) {}
}
