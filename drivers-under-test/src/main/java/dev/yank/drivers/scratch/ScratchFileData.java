package dev.yank.drivers.scratch;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.scratch.ScratchData.Shared;
import dev.yank.harness.kernel.rust.Arc;
import dev.yank.harness.kernel.rust.Drop;

/// What an open file owns: a reference to what is shared, and a mapping of its own, which the file gives back when it
/// is closed, and devres if the device goes before.
final class ScratchFileData implements Drop {

    @Var
    private Arc<Shared> shared;

    @Var
    private Drop window;

    ScratchFileData(Arc<Shared> shared, Drop window) {
        this.shared = shared;
        this.window = window;
    }

    Shared shared() {
        return shared.get();
    }

    @Override
    public void drop() {
        window.drop();
        shared.drop();
    }
}
