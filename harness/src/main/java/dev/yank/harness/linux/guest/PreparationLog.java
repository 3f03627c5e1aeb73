package dev.yank.harness.linux.guest;

/// Who hears how a preparation goes on.
public interface PreparationLog {

    /// Something begins that may take a while.
    void begins(String what);

    /// It is done.
    ///
    /// @param how size, time, or that it was done before
    void done(String how);
}
