package dev.yank.harness.property;

import dev.yank.harness.run.DeviceUnderTest;

/// What every driver of the PL061 should have as properties. A test of a driver of your own is
///
/// ```java
/// final class MyDriverPropertiesTest implements Pl061DriverProperties {
///     @Override
///     public String driverClass() {
///         return "com.example.MyDriver";
///     }
/// }
/// ```
public non-sealed interface Pl061DriverProperties extends DriverProperties {

    @Override
    default DeviceUnderTest device() {
        return DeviceUnderTest.PL061;
    }
}
