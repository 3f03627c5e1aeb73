package dev.yank.harness.kernel;

/// `struct i2c_driver`.
public non-sealed interface I2cDriver extends Driver {

    /// The name of the chip that it takes, such as `cy8ctma140`.
    String id();

    /// Binds to a chip.
    ///
    /// @return 0 or a negative errno
    int probe(I2cClient client);

    /// Unbinds from it; devres is released afterwards.
    default void remove(I2cClient client) {}
}
