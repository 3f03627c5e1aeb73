package dev.yank.harness.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.check.FileVerdict.Answer;
import dev.yank.harness.check.FileVerdict.EngineAnswer;
import dev.yank.harness.check.HistoryCheck.Orders;
import dev.yank.harness.format.Partition;
import dev.yank.model.rule.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Histories that Yank itself recorded from conforming and known-bad drivers, judged by every engine.
final class RecordedByYankTest {

    @Test
    void acceptsTheHistoryOfGpiolibWithSrcuThatWakesFirst() throws Exception {
        accepts("pl061-gpiolib-srcu-wakes-first", "gpio-device", "P1=ENODEV");
    }

    @Test
    void acceptsTheHistoryOfTheRevocableInRust() throws Exception {
        accepts("pl061-rust-revocable", "gpio-device", "P1=ENXIO-void-numb P3=calls-in-flight P4=resource P5=no");
    }

    @Test
    void acceptsTheHistoryOfCdevDisconnect() throws Exception {
        accepts("pl061-cdev-disconnect", "gpio-device", "P1=ENXIO");
    }

    @Test
    void acceptsTheHistoryOfDevresInRust() throws Exception {
        accepts("edu-rust-devres", "register-device", "P1=ENXIO P3=nothing P4=resource P5=no");
    }

    @Test
    void acceptsTheHistoryOfTheGatedDevice() throws Exception {
        accepts("edu-gated", "register-device", "P1=ENXIO");
    }

    @Test
    void acceptsAHistoryOfStateFreedTooEarlyThatNobodySaw() throws Exception {
        accepts("pl061-devm-state", "gpio-device", "P1=ENODEV");
    }

    @Test
    void acceptsAHistoryOfAMiscDeviceFreedTooEarlyThatNobodySaw() throws Exception {
        accepts("edu-misc-devm", "register-device", "P1=ENODEV");
    }

    @Test
    void acceptsAHistoryOfTheNumbGpiolib() throws Exception {
        accepts("pl061-gpiolib-numb", "gpio-device", "P1=OK-numb P2=numb-zero P3=nothing");
    }

    @Test
    void refusesTheHistoryOfADeviceThatStaysLiveAfterRemoval() throws Exception {
        refuses("pl061-cdev-disconnect-live-after-remove", "gpio-device", "P1=ENXIO");
    }

    @Test
    void refusesTheHistoryOfTheCanary() throws Exception {
        refuses("canary", "gpio-device", "P1=ENODEV");
    }

    @Test
    void acceptsAHistoryOfGpiolibThatMayWaitForEver() throws Exception {
        accepts("pl061-gpiolib-srcu", "gpio-device", "P1=ENODEV");
    }

    @Test
    void acceptsAHistoryOfTheRevocableThatMayDeadlockAtResume() throws Exception {
        accepts(
                "pl061-rust-revocable-resume-deadlock",
                "gpio-device",
                "P1=ENXIO-void-numb P3=calls-in-flight P4=resource P5=no");
    }

    @Test
    void acceptsAHistoryInWhichSleepersAreForgottenAndNobodySlept() throws Exception {
        accepts("pl061-cdev-disconnect-forgets-sleepers", "gpio-device", "P1=ENXIO");
    }

    @Test
    void acceptsAHistoryInWhichAWaitIsSkippedAndNobodySawIt() throws Exception {
        accepts("pl061-cdev-disconnect-skips-wait", "gpio-device", "P1=ENXIO");
    }

    @Test
    void acceptsAHistoryOfADeviceThatSpins() throws Exception {
        accepts("edu-busy-spin", "register-device", "P1=ENXIO");
    }

    @Test
    void acceptsAHistoryOfADeviceThatIsTouchedAtRelease() throws Exception {
        accepts("edu-release-mmio", "register-device", "P1=ENXIO");
    }

    @Test
    void acceptsAHistoryOfATimerThatIsForgotten() throws Exception {
        accepts("edu-gated-timer", "register-device", "P1=ENXIO");
    }

    @Test
    void acceptsAHistoryOfLostWritesThatNobodyMissed() throws Exception {
        accepts("edu-gated-believes-lost-writes-unseen", "register-device", "P1=ENXIO");
    }

    @Test
    void refusesAHistoryInWhichAPollAnswersAnErrorNumber() throws Exception {
        refuses("pl061-cdev-disconnect-polls-errno", "gpio-device", "P1=ENXIO");
    }

    @Test
    void refusesAHistoryInWhichALostWriteIsBelieved() throws Exception {
        refuses("edu-gated-believes-lost-writes", "register-device", "P1=ENXIO");
    }

    @Test
    void refusesAnotherHistoryOfADeviceThatStaysLiveAfterRemoval() throws Exception {
        refuses("pl061-cdev-disconnect-live-after-remove-two-processes", "gpio-device", "P1=ENXIO");
    }

    private static void accepts(String name, String spec, String policy) throws Exception {
        FileVerdict verdict = verdict(name, spec, policy);
        assertThat(verdict.opinions()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(verdict.opinions().values().stream().map(EngineAnswer::answer))
                .containsOnly(Answer.TRUE);
        assertThat(verdict.order().getFirst()).isEqualTo("an order that explains it, checked:");
    }

    private static void refuses(String name, String spec, String policy) throws Exception {
        FileVerdict verdict = verdict(name, spec, policy);
        assertThat(verdict.opinions()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(verdict.opinions().values().stream().map(EngineAnswer::answer))
                .containsOnly(Answer.FALSE);
        Why why = verdict.why().orElseThrow();
        assertThat(why.sentences()).isNotEmpty().allMatch(line -> line.contains("but answered"));
        assertThat(why.isShortest()).isTrue();
        assertThat(why.minimal().isVerified()).isTrue();
        assertThat(why.core().isVerified()).isTrue();
    }

    private static FileVerdict verdict(String name, String spec, String policy) throws Exception {
        var resource = Objects.requireNonNull(RecordedByYankTest.class.getResource(name + ".edn"), name);
        return new HistoryCheck(EngineChoice.ALL, Duration.ofSeconds(60), Orders.SHOWN)
                .check(
                        Path.of(resource.toURI()),
                        HistorySpecs.named(spec, Policy.parse(policy), null).orElseThrow(),
                        Partition.NONE);
    }
}
