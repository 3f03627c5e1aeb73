package dev.yank.harness.kernel;

import java.util.List;

/// `struct amba_driver`.
public non-sealed interface AmbaDriver extends Driver {

    /// Which devices it takes.
    List<AmbaId> id_table();

    /// Binds to a device.
    ///
    /// @return 0 or a negative errno
    int probe(AmbaDevice adev, AmbaId id);

    /// Unbinds from it; devres is released afterwards.
    default void remove(AmbaDevice adev) {}
}
