package dev.yank.features;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.Driver;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/// Placeholder of the skeleton.
public final class SkeletonSteps {

    @Var
    private Driver driver = new Driver("none");

    @Given("a driver named {string}")
    public void aDriverNamed(String name) {
        driver = new Driver(name);
    }

    @Then("its name is {string}")
    public void itsNameIs(String name) {
        assertThat(driver.name()).isEqualTo(name);
    }
}
