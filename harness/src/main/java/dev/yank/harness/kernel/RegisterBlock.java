package dev.yank.harness.kernel;

/// Hardware as the bus sees it: registers at offsets.
public interface RegisterBlock {

    /// The register at `offset`, read with an access of `bytes` bytes.
    long read(long offset, int bytes);

    /// Writes the register at `offset` with an access of `bytes` bytes.
    void write(long offset, int bytes, long value);
}
