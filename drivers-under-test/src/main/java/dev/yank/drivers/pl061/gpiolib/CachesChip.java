package dev.yank.drivers.pl061.gpiolib;

import dev.yank.drivers.pl061.Pl061;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R36 and nothing else: the consumer remembers the chip that it saw when it asked for its line, and uses it as
/// long as it has the line. That it holds SRCU meanwhile does not bring the chip back.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, A. Lutomirski, 2021:
/// suppliers may sit on devices that can be unplugged.
@UnderTest(
        name = "pl061-gpiod-consumer-caches-chip",
        device = "pl061",
        policy = GpiodConsumer.POLICY,
        operations = {"get-line", "set-line", "direction-input", "direction-output"},
        breaks = "R36",
        summary = "A consumer keeps a pointer to the chip of its supplier.")
public final class CachesChip extends GpiodConsumer {

    @Override
    @Nullable
    Pl061 chip_of(GpioDesc desc) {
        return desc.seen;
    }
}
