package dev.yank.harness.sim.hardware;

/// A level-sensitive interrupt line, low at first. A model calls it on changes only: two raises never follow
/// each other without a lower in between.
public interface InterruptLine {
    /// The line goes from low to high.
    void raise();

    /// The line goes from high to low.
    void lower();
}
