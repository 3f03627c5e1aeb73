package dev.yank.harness.property;

import dev.yank.harness.run.DeviceUnderTest;

/// What every driver of the educational PCI device should have as properties; used as
/// [Pl061DriverProperties] is.
public non-sealed interface EduDriverProperties extends DriverProperties {

    @Override
    default DeviceUnderTest device() {
        return DeviceUnderTest.EDU;
    }
}
