package dev.yank.drivers.scratch;

import static dev.yank.harness.kernel.Iomem.iounmap;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.rust.Devres.devres_new;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.rust.Arc;
import dev.yank.harness.kernel.rust.Devres;
import dev.yank.harness.kernel.rust.Drop;
import dev.yank.harness.kernel.rust.Revocable;
import org.jspecify.annotations.Nullable;

/// `type Data` of the driver: what the device keeps in its private data, in a box.
final class ScratchData implements Drop {

    static final int DATA = 0x0;
    static final int STATUS = 0x4;

    /// `IoMem<0x10>`.
    record Mapping(Iomem base) implements Drop {
        @Override
        public void drop() {
            iounmap(base);
        }
    }

    /// What is counted over the life of the device.
    static final class Statistics {

        /// Writes that the device has confirmed.
        final Atomic confirmed = new Atomic();
    }

    /// What open files, the interrupt and the private data share.
    static final class Shared implements Drop {

        @Var
        Devres<Mapping> io;

        @Var
        Arc<Statistics> statistics;

        Shared(Devres<Mapping> io, Arc<Statistics> statistics) {
            this.io = io;
            this.statistics = statistics;
        }

        @Override
        public void drop() {
            statistics.drop();
        }

        /// The registers, or null where the device is unbound.
        Revocable.@Nullable Guard<Mapping> registers() {
            return io.try_access();
        }
    }

    @Var
    private Arc<Shared> shared;

    @Var
    private Miscdevice misc;

    ScratchData(Arc<Shared> shared, Miscdevice misc) {
        this.shared = shared;
        this.misc = misc;
    }

    static @Nullable Devres<Mapping> map(PlatformDevice pdev, Iomem base) {
        return devres_new(pdev.dev(), new Mapping(base));
    }

    Shared shared() {
        return shared.get();
    }

    /// The node goes first; files that are open keep a reference of their own.
    void deregister() {
        misc_deregister(misc);
    }

    @Override
    public void drop() {
        shared.drop();
    }
}
