package dev.yank.features;

import dev.yank.harness.run.DriverUnderTest;
import io.qameta.allure.Allure;

/// What the report says about the driver of a scenario. The rule is known by the tag.
final class ScenarioFacts {

    private ScenarioFacts() {}

    /// Tells the report which driver the running scenario is about.
    static void tell(DriverUnderTest driver) {
        if (Allure.getLifecycle().getCurrentTestCase().isPresent()) {
            Allure.epic(driver.family());
            Allure.parameter("driver", driver.name());
            Allure.parameter("device", driver.device().label());
            Allure.parameter("policy", driver.policy().describe());
        }
    }
}
