package dev.yank.harness.kernel;

/// `struct amba_device`: a PrimeCell on the AMBA bus, recognised by its peripheral id.
///
/// @param dev the device
/// @param res its registers
/// @param irq its interrupt, or a negative errno
public record AmbaDevice(Device dev, Resource res, int irq) {

    public static void amba_set_drvdata(AmbaDevice adev, Object data) {
        Device.dev_set_drvdata(adev.dev, data);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // void * in C: the caller knows the type
    public static <T> T amba_get_drvdata(AmbaDevice adev) {
        return Device.dev_get_drvdata(adev.dev);
    }
}
