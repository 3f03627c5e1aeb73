package dev.yank.drivers;

import dev.yank.harness.property.EduDriverProperties;

final class EduRustDevresPropertiesTest implements EduDriverProperties {

    @Override
    public String driverClass() {
        return "dev.yank.drivers.edu.rust.EduRustDevres";
    }
}
