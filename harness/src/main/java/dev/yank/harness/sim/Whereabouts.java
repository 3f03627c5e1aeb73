package dev.yank.harness.sim;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Struct;
import org.jspecify.annotations.Nullable;

/// Where a task is, besides what the scheduler knows of it.
final class Whereabouts {

    @Var
    @Nullable
    Struct blockedOn;

    @Var
    String waitsFor = "nothing";

    @Var
    int ioDevice;

    @Var
    int loops;
}
