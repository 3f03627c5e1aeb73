package dev.yank.drivers.sampler;

import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.TimerList.mod_timer;
import static dev.yank.harness.kernel.TimerList.timer_setup;
import static dev.yank.harness.kernel.TimerList.timer_shutdown_sync;
import static dev.yank.harness.kernel.WorkStruct.cancel_work_sync;
import static dev.yank.harness.kernel.WorkStruct.init_work;
import static dev.yank.harness.kernel.WorkStruct.schedule_work;

import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Module;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.TimerList;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Conforms: can be unloaded. Its file operations name the module as their owner, so that nobody
/// unloads it while a file is open; and what the module itself has armed is stopped in its exit
/// function.
@UnderTest(
        name = "sampler-module",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        operations = {"unload"},
        summary = "Loadable module that owns its file operations and stops its timer at exit.")
public class ModuleSampler extends SamplerDriver<WorkSamplerState> {

    private final Module this_module = new Module();

    /// How many opens there were, as far as the timer has looked.
    private final Atomic opens = new Atomic();

    /// Belongs to the module and not to a device: counts opens for whoever asks.
    private final TimerList statistics = new TimerList();

    @Override
    public final void init() {
        timer_setup(statistics, () -> atomic_set(opens, 1 + atomic_read(opens)));
    }

    @Override
    public final Module module() {
        return this_module;
    }

    @Override
    public @Nullable Module owner() {
        return this_module;
    }

    @Override
    public final void exit() {
        stop_statistics(statistics);
    }

    @Override
    public int open(Inode inode, File file) {
        int err = super.open(inode, file);
        if (err == 0) {
            mod_timer(statistics, 1);
        }
        return err;
    }

    @Override
    final WorkSamplerState alloc(PlatformDevice pdev, Iomem base) {
        return new WorkSamplerState(pdev, base, this);
    }

    @Override
    final int sampling_init(WorkSamplerState sampler) {
        init_work(sampler.work, () -> sample(sampler));
        return 0;
    }

    @Override
    final void sample_later(WorkSamplerState sampler) {
        schedule_work(sampler.work);
    }

    @Override
    final void sampling_stop(WorkSamplerState sampler) {
        cancel_work_sync(sampler.work);
    }

    void stop_statistics(TimerList timer) {
        timer_shutdown_sync(timer);
    }
}
