package dev.yank.drivers.revocable;

import static dev.yank.harness.kernel.Kref.kref_get;
import static dev.yank.harness.kernel.Kref.kref_init;
import static dev.yank.harness.kernel.Kref.kref_put;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.SrcuStruct.cleanup_srcu_struct;
import static dev.yank.harness.kernel.SrcuStruct.init_srcu_struct;
import static dev.yank.harness.kernel.SrcuStruct.srcu_dereference;
import static dev.yank.harness.kernel.SrcuStruct.srcu_read_lock;
import static dev.yank.harness.kernel.SrcuStruct.srcu_read_unlock;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Kref;
import dev.yank.harness.kernel.SrcuStruct;
import org.jspecify.annotations.Nullable;

/// `struct revocable`: a counted pointer to a resource that can be withdrawn. Whoever has access holds SRCU, with
/// an index of its own.
///
/// Source: revocable, version 11, T. Shih, 2026, on the Linux kernel mailing list.
final class Provider {

    /// What is provided; freed when the device is unbound.
    static final class Registers {

        @Var
        Iomem base;

        Registers(Iomem base) {
            this.base = base;
        }
    }

    final Kref kref = new Kref();
    final SrcuStruct srcu = new SrcuStruct();

    @Var
    @Nullable
    Registers res;

    private Provider(Registers res) {
        this.res = res;
    }

    static @Nullable Provider revocable_alloc(Registers res) {
        Provider provider = kzalloc(new Provider(res));
        if (provider == null) {
            return null;
        }
        if (init_srcu_struct(provider.srcu) != 0) {
            kfree(provider);
            return null;
        }
        kref_init(provider.kref);
        return provider;
    }

    static Provider revocable_get(Provider provider) {
        kref_get(provider.kref);
        return provider;
    }

    static void revocable_put(Provider provider) {
        kref_put(provider.kref, () -> {
            cleanup_srcu_struct(provider.srcu);
            kfree(provider);
        });
    }

    /// Begins an access; it ends with [#revocable_withdraw_access], whether or not there is something.
    static int revocable_enter(Provider provider) {
        return srcu_read_lock(provider.srcu);
    }

    /// The resource, or null where it was withdrawn.
    static @Nullable Registers revocable_try_access(Provider provider) {
        return srcu_dereference(provider.res, provider.srcu);
    }

    static void revocable_withdraw_access(Provider provider, int idx) {
        srcu_read_unlock(provider.srcu, idx);
    }
}
