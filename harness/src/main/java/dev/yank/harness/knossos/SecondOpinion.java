package dev.yank.harness.knossos;

/// What an engine in Clojure says about a history, and why it does not know more.
///
/// @param opinion what it says
/// @param reason the operation that it could not place, or why it did not finish; in one sentence, or empty
public record SecondOpinion(Opinion opinion, String reason) {}
