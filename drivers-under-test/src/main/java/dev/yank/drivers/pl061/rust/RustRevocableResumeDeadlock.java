package dev.yank.drivers.pl061.rust;

import static dev.yank.drivers.pl061.Pl061Registers.GPIOIBE;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOIE;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOIEV;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOIS;
import static dev.yank.drivers.pl061.Pl061Registers.GPIO_NR;
import static dev.yank.drivers.pl061.Pl061Registers.bit;
import static dev.yank.harness.kernel.Iomem.writeb;

import dev.yank.drivers.pl061.SavedRegisters;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R41: resume as the Rust port has it. It holds the lock while it calls what takes the lock again.
///
/// Source: `drivers/gpio/gpio_pl061_rust.rs`, Rust for Linux, W. Almeida Filho, 2021.
///
/// The same mistake: a052f2194268, ec21a38df77a (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "pl061-rust-revocable-resume-deadlock",
        device = "pl061",
        policy = "P1=ENXIO-void-numb P2=HUP|ERR P3=calls-in-flight P4=resource P5=no P8=drop",
        breaks = "R41",
        summary = "The Rust port as it was: resume holds the lock and calls what takes it.")
public final class RustRevocableResumeDeadlock extends RustRevocable {

    /// `Default::default()`, for a resume without a suspend.
    private static final SavedRegisters NOTHING_SAVED = new SavedRegisters(0, 0, 0, 0, 0, 0);

    @Override
    int resume(DeviceData data) {
        var chip = new RustChip(data);
        try (var inner = data.inner.lock();
                var pl061 = data.resources()) {
            if (pl061 == null) {
                return -Errno.ENXIO;
            }
            SavedRegisters csave = saved(inner.get());
            for (int offset = 0; offset < GPIO_NR; offset++) {
                if ((csave.dir() & bit(offset)) != 0) {
                    chip.direction_output(offset, (csave.data() >> offset) & 1);
                } else {
                    chip.direction_input(offset);
                }
            }
            Iomem base = pl061.get().base();
            writeb(csave.is(), base, GPIOIS);
            writeb(csave.ibe(), base, GPIOIBE);
            writeb(csave.iev(), base, GPIOIEV);
            writeb(csave.ie(), base, GPIOIE);
            return 0;
        }
    }

    private static SavedRegisters saved(DeviceData.Inner inner) {
        @Nullable SavedRegisters csave = inner.csave;
        return csave == null ? NOTHING_SAVED : csave;
    }
}
