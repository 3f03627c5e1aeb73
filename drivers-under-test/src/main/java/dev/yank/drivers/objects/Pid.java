package dev.yank.drivers.objects;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Refcount;
import org.jspecify.annotations.Nullable;

/// `struct pid`: what is left to refer to when the task is gone.
final class Pid {

    final Refcount count = new Refcount();

    /// Read under RCU; null once the task is gone.
    @Var
    @Nullable
    Task task;
}
