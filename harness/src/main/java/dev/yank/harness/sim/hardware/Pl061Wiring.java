package dev.yank.harness.sim.hardware;

/// What is fixed about a PL061 when a board is built.
///
/// A line with neither a pull-up nor a pull-down floats while it is an input that nobody drives.
///
/// @param levelMode how level-sensitive lines behave
/// @param revision which revision the identification registers report
/// @param pullUps bit i is 1 if line i is pulled up
/// @param pullDowns bit i is 1 if line i is pulled down
public record Pl061Wiring(LevelMode levelMode, Pl061Revision revision, int pullUps, int pullDowns) {
    /// @throws IllegalArgumentException if a mask has more than eight bits, or a line is pulled both ways
    public Pl061Wiring {
        if ((pullUps & ~0xff) != 0 || (pullDowns & ~0xff) != 0) {
            throw new IllegalArgumentException(
                    "A PL061 with pull-ups 0x%x and pull-downs 0x%x has resistors on lines it lacks: use bits 0 to 7."
                            .formatted(pullUps, pullDowns));
        }
        if ((pullUps & pullDowns) != 0) {
            throw new IllegalArgumentException(
                    "Lines 0x%x of a PL061 are pulled up and down at once: choose one.".formatted(pullUps & pullDowns));
        }
    }

    /// Revision 0 with every line pulled up.
    ///
    /// Source: defaults of QEMU hw/gpio/pl061.c (2024 tree).
    public static Pl061Wiring standard(LevelMode levelMode) {
        return new Pl061Wiring(levelMode, Pl061Revision.REVISION_0, 0xff, 0);
    }

    /// The same board with another revision of the chip.
    public Pl061Wiring withRevision(Pl061Revision other) {
        return new Pl061Wiring(levelMode, other, pullUps, pullDowns);
    }

    /// The same board with other resistors.
    public Pl061Wiring withPulls(int ups, int downs) {
        return new Pl061Wiring(levelMode, revision, ups, downs);
    }
}
