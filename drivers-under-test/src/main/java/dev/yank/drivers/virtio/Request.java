package dev.yank.drivers.virtio;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Kref;

/// One request. Whoever waits for it holds a reference, and so does the ring until the device gives it back.
final class Request {

    final Kref kref = new Kref();
    final Atomic done = new Atomic();

    /// What the device answered; written before it is done.
    @Var
    int value;
}
