package dev.yank.harness.kernel;

/// `struct amba_id`: a driver takes devices whose peripheral id, masked, is `id`.
public record AmbaId(int id, int mask) {

    /// Whether a device with that peripheral id is meant.
    public boolean matches(int peripheralId) {
        return (peripheralId & mask) == id;
    }
}
