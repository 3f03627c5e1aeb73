package dev.yank.drivers.objects;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Kref;
import dev.yank.harness.kernel.Refcount;

/// `struct session`: an object that is destroyed when nobody holds it, and whose storage stays as long as
/// somebody may ask whether it is still there.
final class Session {

    final Kref ref = new Kref();

    /// Weak references; all strong ones together hold one.
    final Refcount storage = new Refcount();

    @Var
    int content = 1;
}
