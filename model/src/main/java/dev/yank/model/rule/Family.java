package dev.yank.model.rule;

/// The subject that a group of rules shares.
public enum Family {
    /// Reference counts: R1 to R8.
    COUNTING("counting"),
    /// Probing a device and undoing a failed probe: R9 to R14.
    PROBE("probe and unwind"),
    /// Handing objects across a language or callback boundary and back: R15 to R19.
    OWNERSHIP("foreign ownership"),
    /// What happens while a device is being removed: R20 to R31.
    REMOVAL("remove and unplug"),
    /// What may still happen once removal is over: R32 to R40.
    AFTER_REMOVAL("after remove"),
    /// Power management, lookups, devices that lie: R41 to R45.
    WIDER("wider"),
    /// What the kernel demands of everybody, and what clients saw, whatever happened inside: K1 to K3, L1.
    HISTORY("kernel and history");

    private final String title;

    Family(String title) {
        this.title = title;
    }

    /// The name of the family in prose.
    public String title() {
        return title;
    }
}
