package dev.yank.harness.linux.guest;

/// What became of an operation.
///
/// @param invoked when it was begun, in nanoseconds of the guest, or 0 if never
/// @param completed when it was answered, or 0 if never
/// @param answer what a system call answers: a value from 0, or a negative error number
/// @param flags what else is known of it
/// @param data the first bytes that were read
public record AgentOutcome(long invoked, long completed, long answer, int flags, int data) {

    private static final int NOT_PERFORMED = 1;
    private static final int WAS_KICKED = 2;
    private static final int POISON = 4;

    /// Whether it reached the kernel: its file was open, and nobody had given up.
    public boolean isPerformed() {
        return invoked != 0 && (flags & NOT_PERFORMED) == 0;
    }

    /// Whether it was answered.
    public boolean isCompleted() {
        return completed != 0;
    }

    /// Whether it was answered only after a signal that woke its process, because nothing had happened for long.
    public boolean wasKicked() {
        return (flags & WAS_KICKED) != 0;
    }

    /// Whether memory that had been freed was among the bytes read.
    public boolean showsPoison() {
        return (flags & POISON) != 0;
    }
}
