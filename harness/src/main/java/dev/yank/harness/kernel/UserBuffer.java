package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;

/// Memory of the process that called: one number, which is all that the simulated programs pass to and fro.
public final class UserBuffer {

    @Var
    private int value;

    private final boolean nowait;

    /// @param value what the process passes in
    /// @param nowait whether the process does not want to wait, as `IOCB_NOWAIT` says
    public UserBuffer(int value, boolean nowait) {
        this.value = value;
        this.nowait = nowait;
    }

    /// Whether the operation must answer -EAGAIN rather than sleep: `IOCB_NOWAIT` in Linux.
    public boolean nowait() {
        return nowait;
    }

    /// `put_user()`.
    ///
    /// @return 0
    public static int put_user(int value, UserBuffer buffer) {
        buffer.value = value;
        return 0;
    }

    /// `get_user()`.
    public static int get_user(UserBuffer buffer) {
        return buffer.value;
    }
}
