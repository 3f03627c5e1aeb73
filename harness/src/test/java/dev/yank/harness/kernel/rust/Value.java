package dev.yank.harness.kernel.rust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.kernel.Hooks;
import dev.yank.harness.kernel.Machine;
import dev.yank.harness.kernel.Memory;
import dev.yank.harness.kernel.Struct;

/// A value with a destructor that may run once, and that nobody may use afterwards; for tests.
final class Value extends Struct implements Drop {

    private int drops;

    @Override
    public void drop() {
        Machine.current().point();
        assertThat(isFreed()).as("freed before it was dropped").isFalse();
        assertThat(++drops).as("drops").isEqualTo(1);
    }

    /// Uses the value.
    void use() {
        Hooks.read(this, "value", 0);
        assertThat(drops).as("drops when used").isZero();
    }

    int drops() {
        return drops;
    }

    boolean isFreed() {
        Memory memory = yank$memory();
        return memory != null && memory.isFreed();
    }
}
