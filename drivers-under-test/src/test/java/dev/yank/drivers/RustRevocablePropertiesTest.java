package dev.yank.drivers;

import dev.yank.harness.property.Pl061DriverProperties;

final class RustRevocablePropertiesTest implements Pl061DriverProperties {

    @Override
    public String driverClass() {
        return "dev.yank.drivers.pl061.rust.RustRevocable";
    }
}
