package dev.yank.model.rule;

import java.util.List;

/// One requirement on a driver.
///
/// @param id the identifier
/// @param family the subject it belongs to
/// @param title a few words, for headings and tables
/// @param statement the requirement in one sentence
/// @param sources who demands it, the closest first
/// @param judgement whether anything decides it today
public record Rule(
        RuleId id, Family family, String title, String statement, List<Source> sources, Judgement judgement) {

    /// Copies the sources, and refuses a rule without title, statement or source.
    public Rule(RuleId id, Family family, String title, String statement, List<Source> sources, Judgement judgement) {
        this.id = id;
        this.family = family;
        this.title = title;
        this.statement = statement;
        this.sources = List.copyOf(sources);
        this.judgement = judgement;
        if (title.isBlank() || !statement.endsWith(".") || sources.isEmpty()) {
            throw new IllegalArgumentException(
                    id + " needs a title, a statement that ends in a full stop, and a source.");
        }
    }

    /// The same rule with another judgement.
    Rule with(Judgement other) {
        return new Rule(id, family, title, statement, sources, other);
    }
}
