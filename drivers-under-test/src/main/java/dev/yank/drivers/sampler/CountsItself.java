package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.Errno.ENODEV;
import static dev.yank.harness.kernel.Module.module_put;
import static dev.yank.harness.kernel.Module.try_module_get;

import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Module;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R40 and nothing else: counts its users by itself, in open and release. Who is about to enter
/// open is not counted yet, and who has put the module in release is still inside it.
@UnderTest(
        name = "sampler-module-counts-itself",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        operations = {"unload"},
        breaks = "R40",
        summary = "Takes and puts the module in its own open and release instead of naming an owner.")
public final class CountsItself extends ModuleSampler {

    @Override
    public @Nullable Module owner() {
        return null;
    }

    @Override
    public int open(Inode inode, File file) {
        if (!try_module_get(module())) {
            return -ENODEV;
        }
        int err = super.open(inode, file);
        if (err != 0) {
            module_put(module());
        }
        return err;
    }

    @Override
    public int release(Inode inode, File file) {
        module_put(module());
        return super.release(inode, file);
    }
}
