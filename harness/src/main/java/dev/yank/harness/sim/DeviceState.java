package dev.yank.harness.sim;

/// Where a device is in its life, as the bus sees it.
public enum DeviceState {
    /// It was never there.
    ABSENT("absent"),
    /// The driver's probe runs.
    PROBING("probing"),
    /// The driver has taken it over.
    BOUND("bound"),
    /// Bound, and told to sleep.
    SUSPENDED("suspended"),
    /// The hardware was pulled out, and the driver does not know yet.
    PULLED("pulled out"),
    /// The driver's remove runs, or devres lets go.
    REMOVING("removing"),
    /// It was bound, and is no longer.
    GONE("gone"),
    /// The last probe failed.
    FAILED("failed");

    private final String label;

    DeviceState(String label) {
        this.label = label;
    }

    /// How tables name it.
    public String label() {
        return label;
    }
}
