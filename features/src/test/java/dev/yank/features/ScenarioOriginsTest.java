package dev.yank.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.messages.types.Tag;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What other suites ask of drivers is asked here too, case by case: a scenario for each, with the origin as its tag.
///
/// Sources: Linux kernel, `tools/testing/selftests/gpio`, B. Golaszewski, 2026; IGT GPU tools, `core_hotunplug`,
/// J. Krzysztofik, 2020; Linux kernel, `drivers/base/revocable_test.c`, T. Shih, 2026, and
/// `drivers/base/test/platform-device-test.c`, M. Ripard, 2023; Windows Hardware Lab Kit, Device Fundamentals,
/// Microsoft.
final class ScenarioOriginsTest {

    private static List<String> origins() {
        return FeatureFiles.rules().stream()
                .flatMap(rule -> rule.examples().stream())
                .flatMap(example -> example.getTags().stream())
                .map(Tag::getName)
                .toList();
    }

    @Test
    void theTenCasesOfGpioCdevUaf() {
        assertThat(origins())
                .containsAll(IntStream.rangeClosed(1, 10)
                        .mapToObj(number -> "@kselftest-gpio-cdev-uaf-" + number)
                        .toList());
    }

    @Test
    void theSubtestsOfCoreHotunplug() {
        assertThat(origins())
                .containsAll(Stream.of(
                                "unbind-rebind",
                                "unplug-rescan",
                                "hotunbind-rebind",
                                "hotunplug-rescan",
                                "hotrebind",
                                "hotrebind-lateclose",
                                "hotreplug",
                                "hotreplug-lateclose")
                        .map(name -> "@igt-core-hotunplug-" + name)
                        .toList());
    }

    @Test
    void theKunitCasesOfDevresAndRevocable() {
        assertThat(origins())
                .contains(
                        "@kunit-revocable-basic",
                        "@kunit-revocable-revocation",
                        "@kunit-revocable-try-access-macro",
                        "@kunit-revocable-try-access-macro2",
                        "@kunit-revocable-provider-use-after-free",
                        "@kunit-devres-register-unregister",
                        "@kunit-devres-get-unregister-with-devm",
                        "@kunit-devres-probed-unregister",
                        "@kunit-devres-probed-get-unregister-with-devm");
    }

    /// Each with work before, after and during.
    @Test
    void theScenariosOfDeviceFundamentals() {
        assertThat(origins())
                .containsAll(
                        Stream.of("disable-enable", "remove-restart", "surprise-remove", "failed-restart", "rescan")
                                .flatMap(what -> Stream.of("before", "after", "during")
                                        .map(when -> "@hlk-pnp-" + what + "-io-" + when))
                                .toList());
    }
}
