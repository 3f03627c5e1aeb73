package dev.yank.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.harness.instrument.UnsuitableDriverException;
import dev.yank.harness.schedule.Replay;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.RuleId;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.SetLine;
import dev.yank.model.spec.device.Handle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoadedDriverTest {

    private static final Handle HANDLE = new Handle(0, 2);
    private static final DriverCatalog CATALOG = DriverCatalog.ofProject();
    private static final List<Path> TEST_CLASSES = List.of(Path.of("target", "test-classes"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Silent | Class {} does not say what it promises; annotate it with @UnderTest.",
                "BadName | Class {} calls its driver 'My Driver'; use small letters, digits and single hyphens.",
                "UnknownDevice | There is no simulated device 'toaster'; choose one of pl061, edu, touch, ",
                "WrongBus | Class {} drives pl061, so it must implement AmbaDriver.",
                "BadPolicy | The policy of class {} cannot be read: P1 cannot be 'EWHATEVER'; write one of ",
                "BadRule | The rule that class {} breaks cannot be read: 'R99' is not a rule; write R1 to R45, L1 for",
                "BadOperation | Class {} offers the operation 'make-toast', which pl061 does not have; choose from ",
                "NoConstructor | Class {} needs a constructor without parameters: it is called to load the module.",
                "NotWhole | Class {} is abstract, so no driver can be made of it; name a class that extends it."
            })
    void saysWhatIsWrongWithADriver(String simpleName, String sentence) {
        String className = "dev.yank.testdriver.Misdeclared$" + simpleName;
        assertThatThrownBy(() -> CATALOG.find(className, TEST_CLASSES))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(sentence.replace("{}", className))
                .hasMessageMatching("[A-Z][^\\n]*[^.]\\.");
    }

    @Test
    void saysWhenTheModuleCannotBeLoaded() {
        var explorer = new Explorer(CATALOG.find("dev.yank.testdriver.Misdeclared$Explodes", TEST_CLASSES));
        assertThatThrownBy(
                        () -> explorer.run(TestDrivers.small(), new Replay(Schedule.ORDINARY), 0, Tracing.JUDGE_ONLY))
                .isInstanceOf(UsageException.class)
                .hasMessage("The constructor of class dev.yank.testdriver.Misdeclared$Explodes threw"
                        + " java.lang.IllegalArgumentException: no; it may only set up the fields of the module.");
    }

    @Test
    void knowsWhatADriverPromises() {
        DriverUnderTest about = TestDrivers.load("HastyChip").about();
        assertThat(about)
                .isEqualTo(new DriverUnderTest(
                        "test-hasty",
                        "dev.yank.testdriver.HastyChip",
                        DeviceUnderTest.PL061,
                        Policy.DEFAULT,
                        Optional.of(RuleId.parse("R34")),
                        "Frees in remove what open files still use."));
        assertThat(about.expectation()).isEqualTo("violates R34");
        assertThat(TestDrivers.load("QuietChip").about().expectation()).isEqualTo("conforms");
    }

    @Test
    void whatADriverDoesNotOfferIsNotAsked() {
        LoadedDriver driver = TestDrivers.load("PollOnlyChip");
        assertThat(driver.leftOut()).contains("read-event", "set-line").doesNotContain("poll", "get-line", "drive-pin");
        assertThat(TestDrivers.load("QuietChip").leftOut()).containsExactly("unload", "misbehave", "delete", "clone");
        var program = TestDrivers.small();
        var more = List.<DeviceOperation>of(
                new Open(HANDLE), new SetLine(HANDLE, 0, 1), new Poll(HANDLE), new GetLine(HANDLE, 0));
        assertThat(driver.restrict(program.withProcess(1, more)))
                .isEqualTo(program.withProcess(1, List.of(new Open(HANDLE), new Poll(HANDLE), new GetLine(HANDLE, 0))));
        assertThat(driver.restrict(program)).isEqualTo(program);
    }

    @Test
    void theIndexIsReadInItsOrder() {
        assertThat(CATALOG.all())
                .extracting(driver -> driver.about().name())
                .containsExactly("test-quiet", "test-leaky", "test-goto-fail", "test-hasty");
    }

    @Test
    void aDriverOfTheProjectIsFoundByItsName() {
        LoadedDriver driver = CATALOG.find("test-hasty", List.of());
        assertThat(driver.address()).isEqualTo("test-hasty");
        assertThat(CATALOG.find("test-hasty", TEST_CLASSES)).isEqualTo(driver);
    }

    @Test
    void anyOtherDriverIsFoundByItsClass() {
        LoadedDriver driver = CATALOG.find("dev.yank.testdriver.HastyChip", TEST_CLASSES);
        assertThat(driver.address()).isEqualTo("dev.yank.testdriver.HastyChip");
        assertThat(driver.about().name()).isEqualTo("test-hasty");
        assertThat(CATALOG.ofClass("dev.yank.testdriver.FickleChip").address())
                .isEqualTo("dev.yank.testdriver.FickleChip");
    }

    @Test
    void aNameThatIsNearlyRightIsSuggested() {
        assertThatThrownBy(() -> CATALOG.find("test-haste", List.of()))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("There is no driver 'test-haste' (did you mean test-hasty?); see ./yank list"
                        + " drivers, or give --class-path and a class name");
        assertThatThrownBy(() -> CATALOG.find("hasty", List.of()))
                .hasMessageStartingWith("There is no driver 'hasty' (did you mean test-hasty?);");
        assertThatThrownBy(() -> CATALOG.find("zzz", List.of()))
                .hasMessageStartingWith("There is no driver 'zzz'; see ./yank list drivers");
        assertThatThrownBy(() -> CATALOG.find("", List.of()))
                .hasMessageStartingWith("There is no driver ''; see ./yank list drivers");
    }

    @Test
    void aClassThatIsNotThereIsSaidToBeMissing() {
        assertThatThrownBy(() -> CATALOG.find("com.example.Nope", TEST_CLASSES))
                .isInstanceOf(UnsuitableDriverException.class)
                .hasMessageMatching("Class com\\.example\\.Nope is not on .*test-classes; check --class-path\\.");
        assertThatThrownBy(() -> CATALOG.ofClass("com.example.Nope"))
                .isInstanceOf(UnsuitableDriverException.class)
                .hasMessageContaining("com.example.Nope");
        assertThatThrownBy(() -> CATALOG.ofClass("java.lang.String"))
                .isInstanceOf(UnsuitableDriverException.class)
                .hasMessageContaining("java.lang.String");
    }
}
