package dev.yank.reports.rulebook;

import java.util.List;

/// A rule as a feature file states it.
///
/// @param id the tag, without its `@`
/// @param words the rule in one sentence
/// @param why the reasons, in paragraphs
/// @param file the name of the feature file
/// @param scenarios its examples
public record StatedRule(String id, String words, List<String> why, String file, List<StatedScenario> scenarios) {

    public StatedRule(String id, String words, List<String> why, String file, List<StatedScenario> scenarios) {
        this.id = id;
        this.words = words;
        this.why = List.copyOf(why);
        this.file = file;
        this.scenarios = List.copyOf(scenarios);
    }

    /// An example of a rule.
    ///
    /// @param name what it shows
    /// @param steps its steps
    public record StatedScenario(String name, List<StatedStep> steps) {

        public StatedScenario(String name, List<StatedStep> steps) {
            this.name = name;
            this.steps = List.copyOf(steps);
        }
    }

    /// A step of an example.
    ///
    /// @param keyword `Given`, `When`, `Then` or `And`
    /// @param text the rest
    public record StatedStep(String keyword, String text) {}

    /// Everything that it says, for those who look for words in it.
    String everything() {
        var all = new StringBuilder(words);
        why.forEach(paragraph -> all.append(' ').append(paragraph));
        scenarios.forEach(scenario -> {
            all.append(' ').append(scenario.name());
            scenario.steps().forEach(step -> all.append(' ').append(step.text()));
        });
        return all.toString();
    }
}
