package dev.yank.model.rule;

import java.util.List;

/// One question on which real subsystems disagree.
///
/// @param id `P1` to `P12`
/// @param question the question
/// @param answers the known answers, the default first where a [Policy] has one
public record Knob(String id, String question, List<Answer> answers) {

    /// One known answer.
    ///
    /// @param text the answer as it is written
    /// @param whoSays who answers so
    public record Answer(String text, String whoSays) {}

    /// Copies the answers.
    public Knob(String id, String question, List<Answer> answers) {
        this.id = id;
        this.question = question;
        this.answers = List.copyOf(answers);
    }
}
