package dev.yank.harness.kernel;

/// `struct platform_driver`.
public non-sealed interface PlatformDriver extends Driver {

    /// The device that it takes, as the device tree calls it, such as `google,goldfish-pipe`.
    String compatible();

    /// Binds to a device.
    ///
    /// @return 0 or a negative errno
    int probe(PlatformDevice pdev);

    /// Unbinds from it; devres is released afterwards.
    default void remove(PlatformDevice pdev) {}
}
