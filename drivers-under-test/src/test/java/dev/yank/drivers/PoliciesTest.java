package dev.yank.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.run.DeviceUnderTest;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.model.rule.DeadAnswer;
import dev.yank.model.rule.DeadPoll;
import dev.yank.model.rule.RemoveWaitsFor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where real subsystems disagree a driver says what it promises, and leaves none of that to a default.
final class PoliciesTest {

    private static final List<String> KNOBS = List.of("P1=", "P2=", "P3=", "P5=", "P8=");

    private static final List<DriverUnderTest> DRIVERS = DriverCatalog.ofProject().all().stream()
            .map(LoadedDriver::about)
            .filter(driver -> driver.device() != DeviceUnderTest.OBJECT)
            .toList();

    @Test
    void everyDriverOfADeviceSaysWhatItsDeadFilesAnswerAndWhatRemoveWaitsFor() throws ClassNotFoundException {
        assertThat(DRIVERS).hasSizeGreaterThan(100);
        for (DriverUnderTest driver : DRIVERS) {
            UnderTest declared = Class.forName(driver.className()).getAnnotation(UnderTest.class);
            assertThat(declared.policy()).as(driver.name()).contains(KNOBS);
        }
    }

    @Test
    void everyAnswerToWhatADeadFileAnswersAndToWhatRemoveWaitsForIsGivenByADriverThatConforms() {
        List<DriverUnderTest> conforming =
                DRIVERS.stream().filter(driver -> driver.breaks().isEmpty()).toList();
        assertThat(conforming.stream().map(driver -> driver.policy().deadAnswer()))
                .contains(DeadAnswer.values());
        assertThat(conforming.stream().map(driver -> driver.policy().removeWaitsFor()))
                .contains(RemoveWaitsFor.values());
        assertThat(conforming.stream().map(driver -> driver.policy().deadPoll()))
                .contains(DeadPoll.HUP_ERR, DeadPoll.ERR_NVAL);
    }
}
