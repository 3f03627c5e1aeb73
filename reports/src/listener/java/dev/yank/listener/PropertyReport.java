package dev.yank.listener;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What jqwik says about one property when it is done: how many tries there were, how many of them were
/// checked, how values were made, the seed, and which edge cases there were.
///
/// jqwik tells this as text only. The text is that of version 1.9.3, which is pinned.
///
/// @param facts name and value of each line of the report, in its order
record PropertyReport(Map<String, String> facts) {

    private static final Pattern LINE = Pattern.compile("(?m)^([a-z#-]+) = (.*?)(?:\\s*\\|.*)?$");

    /// The report in a text, where the text is one.
    static Optional<PropertyReport> in(String text) {
        Map<String, String> facts = new LinkedHashMap<>();
        LINE.matcher(text).results().forEach((MatchResult line) -> facts.put(line.group(1), line.group(2)));
        return facts.containsKey("tries") ? Optional.of(new PropertyReport(facts)) : Optional.empty();
    }

    /// What a reader wants to know, by the names that Allure shows.
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "tries", fact("tries"));
        put(parameters, "checks", fact("checks"));
        put(parameters, "generation", fact("generation"));
        put(parameters, "edge cases", edgeCases());
        put(parameters, "seed", fact("seed"));
        return parameters;
    }

    private Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    private Optional<String> edgeCases() {
        String mode = facts.getOrDefault("edge-cases#mode", "NONE");
        String tried = facts.get("edge-cases#tried");
        return tried == null
                ? Optional.of(mode)
                : Optional.of(tried + " of " + facts.getOrDefault("edge-cases#total", "?") + " tried, " + mode);
    }

    private static void put(Map<String, String> parameters, String name, Optional<String> value) {
        value.ifPresent(known -> parameters.put(name, known));
    }
}
