package dev.yank.model.rule;

/// One rule broken at one place.
///
/// @param rule the rule
/// @param sentence what happened, in the words of the glossary, ending in a full stop
/// @param step where: the index of the event in the history or trace that was judged, or -1 for the whole of
/// it
public record Finding(RuleId rule, String sentence, int step) {

    /// Refuses a place before the beginning.
    public Finding {
        if (step < -1) {
            throw new IllegalArgumentException(
                    "A finding for " + rule + " names step " + step + "; use -1 for the whole history or trace.");
        }
    }
}
