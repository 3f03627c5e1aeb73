package dev.yank.model.trace;

import java.util.Locale;

/// Where a task can enter a driver from outside.
public enum EntryPoint {
    OPEN,
    RELEASE,
    READ,
    WRITE,
    IOCTL,
    POLL,
    SUSPEND,
    RESUME,
    ERROR_DETECTED,
    MMAP,
    FLUSH;

    private static final EntryPoint[] ALL = values();

    /// The entry point with that ordinal.
    public static EntryPoint of(int ordinal) {
        return ALL[ordinal];
    }

    /// The name of the callback, such as `open`.
    public String callback() {
        return name().toLowerCase(Locale.ROOT);
    }
}
