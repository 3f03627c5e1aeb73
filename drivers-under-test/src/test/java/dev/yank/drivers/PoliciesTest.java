package dev.yank.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.run.DeviceUnderTest;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.model.rule.DeadAnswer;
import dev.yank.model.rule.DeadMapping;
import dev.yank.model.rule.DeadPoll;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.QueuedEvents;
import dev.yank.model.rule.RemoveWaitsFor;
import dev.yank.model.rule.Replug;
import java.util.Arrays;
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

    /// The numb answer is that of a scheme which is known to be wrong (R36), whatever it answers.
    @Test
    void everyAnswerOfPoliciesThatClientsOrRemoversMeetIsGivenByADriverThatConforms() {
        List<Policy> kept = DRIVERS.stream()
                .filter(driver -> driver.breaks().isEmpty())
                .map(DriverUnderTest::policy)
                .toList();
        assertThat(kept)
                .extracting(Policy::deadAnswer)
                .contains(Arrays.stream(DeadAnswer.values())
                        .filter(answer -> answer != DeadAnswer.OK_NUMB)
                        .toArray(DeadAnswer[]::new));
        assertThat(kept).extracting(Policy::removeWaitsFor).contains(RemoveWaitsFor.values());
        assertThat(kept).extracting(Policy::deadMapping).contains(DeadMapping.values());
        assertThat(kept).extracting(Policy::queuedEvents).contains(QueuedEvents.values());
        assertThat(kept).extracting(Policy::replug).contains(Replug.values());
        assertThat(kept)
                .extracting(Policy::deadPoll)
                .contains(DeadPoll.HUP_ERR, DeadPoll.ERR_NVAL, DeadPoll.ERR_HUP_PRI, DeadPoll.IN_OUT_ERR_HUP);
    }
}
