package com.example;

import dev.yank.harness.property.EduDriverProperties;

final class MyDriverPropertiesTest implements EduDriverProperties {

    @Override
    public String driverClass() {
        return "com.example.MyDriver";
    }
}
