package dev.yank.harness.kernel;

import org.jspecify.annotations.Nullable;

/// `struct platform_device`: a device that is simply there, with registers and an interrupt.
///
/// @param dev the device
/// @param res its registers
/// @param irq its interrupt
public record PlatformDevice(Device dev, Resource res, int irq) {

    public static void platform_set_drvdata(PlatformDevice pdev, @Nullable Object data) {
        Device.dev_set_drvdata(pdev.dev, data);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // void * in C: the caller knows the type
    public static <T> T platform_get_drvdata(PlatformDevice pdev) {
        return Device.dev_get_drvdata(pdev.dev);
    }
}
