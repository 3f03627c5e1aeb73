package dev.yank.features;

import dev.yank.harness.run.DriverUnderTest;
import io.qameta.allure.Allure;
import io.qameta.allure.model.Parameter;
import java.util.ArrayList;
import java.util.List;

/// What the report says about the driver of a scenario. The rule is known by the tag.
final class ScenarioFacts {

    private ScenarioFacts() {}

    /// Tells the report which driver the running scenario is about.
    static void tell(DriverUnderTest driver) {
        if (Allure.getLifecycle().getCurrentTestCase().isPresent()) {
            Allure.epic(driver.family());
            Allure.getLifecycle().updateTestCase(result -> {
                List<Parameter> parameters =
                        new ArrayList<>(result.getParameters()); // may be one that cannot be added to
                parameters.add(parameter("driver", driver.name()));
                parameters.add(parameter("device", driver.device().label()));
                parameters.add(parameter("policy", driver.policy().describe()));
                result.setParameters(parameters);
            });
        }
    }

    private static Parameter parameter(String name, String value) {
        return new Parameter().setName(name).setValue(value);
    }
}
