package dev.yank.drivers.scratch;

import static dev.yank.harness.kernel.Devm.devm_add_action_or_reset;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.scratch.ScratchData.Mapping;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.rust.Drop;
import dev.yank.harness.kernel.rust.Revocable;
import org.jspecify.annotations.Nullable;

/// Breaks R27 and nothing else: a `Devres` whose action does not wait where the file is just dropping the mapping, so
/// that the device is unbound while it is still mapped.
///
/// Source: the wait that it lacks is in `rust/kernel/devres.rs`, Linux kernel, D. Krummrich, 2024.
@UnderTest(
        name = "scratch-rust-hasty-devres",
        device = "scratch",
        policy = RustScratch.POLICY,
        breaks = "R27",
        summary = "Unbinding does not wait for a holder that is just dropping its resource.")
public final class HastyDevres extends RustScratch {

    /// `Devres<Mapping>` without its completion.
    private static final class Window implements Drop {

        @Var
        private Revocable<Mapping> data;

        Window(Mapping mapping) {
            this.data = new Revocable<>(mapping);
        }

        @Override
        public void drop() {
            data.revoke_nosync();
        }
    }

    @Override
    @Nullable
    Drop manage_window(PlatformDevice pdev, Mapping mapping) {
        var window = new Window(mapping);
        return devm_add_action_or_reset(pdev.dev(), () -> window.data.revoke()) == 0 ? window : null;
    }
}
