package dev.yank.drivers;

import dev.yank.harness.property.EduDriverProperties;

final class EduGatedPropertiesTest implements EduDriverProperties {

    @Override
    public String driverClass() {
        return "dev.yank.drivers.edu.gated.EduGated";
    }
}
