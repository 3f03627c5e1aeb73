package dev.yank.harness.check;

/// Which engines judge a file.
public enum EngineChoice {
    /// The engine of the model that suits the history.
    AUTO,
    /// Wing, Gong and Lowe.
    WGL,
    /// Just-in-time linearization.
    JIT,
    /// Our own engine in Clojure.
    CLOJURE,
    /// Knossos.
    KNOSSOS,
    /// All that are there; they have to agree.
    ALL
}
