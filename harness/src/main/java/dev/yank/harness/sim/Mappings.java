package dev.yank.harness.sim;

import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.Vfs;
import dev.yank.harness.kernel.VmArea;
import dev.yank.model.spec.device.Handle;
import org.jspecify.annotations.Nullable;

/// What processes have mapped, by handle. A mapping outlives the descriptor that it was made with: a process that is
/// done with a file closes it first, and unmaps then.
final class Mappings {

    private final Vfs vfs;
    private final @Nullable VmArea[] mappings = new VmArea[Handle.LIMIT];

    Mappings(Vfs vfs) {
        this.vfs = vfs;
    }

    /// Maps a file that was just opened; where that fails, closes it.
    ///
    /// @return 0 or a negative errno
    int map(int handle, File file) {
        Vfs.Mapped mapped = vfs.mmap(file);
        mappings[handle] = mapped.mapping();
        if (mapped.error() < 0) {
            vfs.put(file);
        }
        return mapped.error();
    }

    @Nullable
    VmArea of(int handle) {
        return mappings[handle];
    }

    void unmap(int handle) {
        VmArea mapping = mappings[handle];
        if (mapping != null) {
            mappings[handle] = null;
            vfs.munmap(mapping);
        }
    }
}
