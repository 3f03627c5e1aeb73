package dev.yank.harness.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DeviceUnderTest;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.Replayer;
import dev.yank.harness.run.TestDrivers;
import dev.yank.harness.run.UsageException;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.ReadEvent;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.Waiting;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class SubjectTest {

    private static Subject of(String simpleName) {
        return Subject.of("dev.yank.testdriver." + simpleName, DeviceUnderTest.PL061);
    }

    @Property(tries = 50)
    void aDriverThatBreaksNothingIsNotAccused(@ForAll long seed) {
        Subject quiet = of("QuietChip");
        quiet.breaksNoRule(TestDrivers.small(), seed);
        quiet.leavesNothingBehind(TestDrivers.small(), seed);
        quiet.repeatsItself(TestDrivers.small(), seed);
        quiet.answersInSomeOrder(TestDrivers.small(), seed);
    }

    @Property(tries = 10)
    void aDriverThatBreaksARuleIsAccusedWithATokenThatReplays(@ForAll long seed) {
        assertThatThrownBy(() -> of("HastyChip").breaksNoRule(TestDrivers.small(), seed))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("R34 violated by test-hasty. ")
                .satisfies(thrown -> {
                    String message = thrown.getMessage();
                    String token = message.substring(message.indexOf(" y3.") + 1);
                    Counterexample found = new Replayer(DriverCatalog.ofProject())
                            .replay(token, List.of(Path.of("target", "test-classes")));
                    assertThat(message).contains(found.finding().sentence()).endsWith(found.replayCommand());
                });
    }

    @Property(tries = 10)
    void aFaultThatLeavesSomethingBehindIsFound(@ForAll long seed) {
        of("GotoFailChip").breaksNoRule(TestDrivers.small(), seed);
        assertThatThrownBy(() -> of("GotoFailChip").leavesNothingBehind(TestDrivers.small(), seed))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("R9 violated by test-goto-fail. ");
    }

    @Example
    void aDriverThatDoesSomethingElseEachTimeIsFound() {
        assertThatThrownBy(() -> {
                    for (int seed = 0; seed < 40; seed++) {
                        of("FickleChip").repeatsItself(TestDrivers.small(), seed);
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("The driver test-fickle does not repeat itself: event \\d+ of \\d+ is another .*");
    }

    /// The quiet chip has no lines, so a read of an event gets an answer that no PL061 gives.
    @Example
    void anAnswerThatNoOrderExplainsIsFound() {
        var handle = new Handle(0, 1);
        var program = TestDrivers.small()
                .withProcess(
                        0,
                        List.of(
                                TestDrivers.small().processes().getFirst().getFirst(),
                                new Poll(handle),
                                new ReadEvent(handle, Waiting.NONBLOCKING)));
        assertThatThrownBy(() -> of("QuietChip").answersInSomeOrder(program, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("No order of the operations explains what the processes saw of test-quiet: ");
    }

    @Example
    void theDeviceMustBeTheOneOfTheDriver() {
        assertThatThrownBy(() -> Subject.of("dev.yank.testdriver.QuietChip", DeviceUnderTest.EDU))
                .isInstanceOf(UsageException.class)
                .hasMessage("Class dev.yank.testdriver.QuietChip drives pl061; implement the properties of that device,"
                        + " not those of edu.");
    }
}
