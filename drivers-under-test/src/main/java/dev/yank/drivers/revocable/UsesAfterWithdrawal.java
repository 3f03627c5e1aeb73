package dev.yank.drivers.revocable;

import dev.yank.drivers.revocable.Provider.Registers;
import dev.yank.drivers.revocable.RevocableFops.Consumer;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R26 and nothing else: write gives its access back, and then uses what it had access to.
@UnderTest(
        name = "scratch-revocable-uses-after-withdrawal",
        device = "scratch",
        policy = ScratchRevocable.POLICY,
        breaks = "R26",
        summary = "write gives its access back before it writes.")
public final class UsesAfterWithdrawal extends ScratchRevocable {

    @Override
    void write_registers(Consumer consumer, int idx, @Nullable Registers registers, int value) {
        leave(consumer, idx);
        RevocableFops.write_data(registers, value);
    }
}
