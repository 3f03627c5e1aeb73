package dev.yank.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.generate.Programs;
import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.schedule.Schedule.Preemption;
import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.RuleId;
import dev.yank.model.spec.device.DeviceKind;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

final class ReplayTokenPropertiesTest {

    private static final String SENTENCE = "[A-Z][^\\n]*[^.]\\.";

    @Provide
    Arbitrary<ReplayToken> tokens() {
        return Combinators.combine(drivers(), rules(), programs(), schedules(), origins(), traces())
                .as(ReplayToken::of);
    }

    private static Arbitrary<String> drivers() {
        return Arbitraries.of("canary", "pl061-devm-state", "com.example.My_Driver$Inner");
    }

    private static Arbitrary<RuleId> rules() {
        return Arbitraries.of(RuleBook.rules().stream().map(Rule::id).toList());
    }

    private static Arbitrary<Program> programs() {
        return Arbitraries.of(DeviceKind.values()).flatMap(kind -> Programs.of(kind, 1, 8));
    }

    private static Arbitrary<Schedule> schedules() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5000).set().ofMaxSize(30),
                        Arbitraries.integers().between(0, 63).list().ofSize(30))
                .as((decisions, tasks) -> {
                    List<Preemption> preemptions = new ArrayList<>();
                    decisions.stream()
                            .sorted()
                            .forEach(decision ->
                                    preemptions.add(new Preemption(decision, tasks.get(preemptions.size()))));
                    return new Schedule(preemptions);
                });
    }

    private static Arbitrary<Origin> origins() {
        Arbitrary<String> strategies = Arbitraries.oneOf(
                Arbitraries.of("random", "fault sweep"),
                Arbitraries.integers().between(1, 99).map(depth -> "pct(" + depth + ")"));
        return Combinators.combine(
                        Arbitraries.longs().between(1, Integer.MAX_VALUE),
                        strategies,
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 6000))
                .as(Origin::new);
    }

    private static Arbitrary<List<KernelEvent>> traces() {
        return Combinators.combine(
                        Arbitraries.of(EventKind.class),
                        Arbitraries.integers().between(0, 63),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers())
                .as((kind, task, object, detail) -> new KernelEvent(1, kind, task, object, detail, ""))
                .list()
                .ofMaxSize(400);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void tokensComeBack(@ForAll("tokens") ReplayToken token) {
        ReplayToken read = ReplayToken.parse(token.text());
        assertThat(read).isEqualTo(token);
        assertThat(read.text()).isEqualTo(token.text());
        assertThat(ReplayToken.parse("  " + token.text() + "\n")).isEqualTo(token);
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void everyChangeOfACharacterIsRefused(
            @ForAll("tokens") ReplayToken token, @ForAll @CharRange(from = '!', to = '~') char other) {
        String text = token.text();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != other) {
                isRefused(text.substring(0, i) + other + text.substring(i + 1));
                isRefused(text.substring(0, i) + text.substring(i + 1));
                isRefused(text.substring(0, i) + other + text.substring(i));
            }
        }
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void everyBeginningIsRefused(@ForAll("tokens") ReplayToken token) {
        String text = token.text();
        for (int length = 0; length < text.length(); length++) {
            isRefused(text.substring(0, length));
        }
    }

    @Property
    void foreignTextIsRefused(@ForAll String text) {
        isRefused(text);
        isRefused("y1.canary." + text.replace("\n", ""));
    }

    /// As somebody would make one who knows the format.
    @Property
    void contentsThatNobodyWroteAreRefusedEvenWhenSealed(@ForAll byte[] content) {
        String text = "y1.canary." + sealed("canary", content);
        @Var ReplayToken token = null;
        try {
            token = ReplayToken.parse(text);
        } catch (UsageException e) {
            assertThat(e).hasMessageMatching(SENTENCE);
        }
        if (token != null) {
            assertThat(token.text()).isEqualTo(text);
        }
    }

    private static String sealed(String driver, byte[] content) {
        var crc = new CRC32();
        crc.update(driver.getBytes(StandardCharsets.UTF_8));
        crc.update(content);
        byte[] sealed = Arrays.copyOf(content, content.length + 3);
        for (int i = 0; i < 3; i++) {
            sealed[content.length + i] = (byte) (crc.getValue() >>> (8 * i));
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    @Property
    void otherVersionsAreRefusedByTheirName(@ForAll @IntRange(min = 2, max = 2000) int version) {
        assertThatThrownBy(() -> ReplayToken.parse("y" + version + ".canary.AAAAAAAA"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("(y" + version + ")")
                .hasMessageContaining("(y1)")
                .hasMessageMatching(SENTENCE);
    }

    @Example
    void aTokenIsShort() {
        String text = ReplayToken.of(
                        "canary",
                        RuleId.parse("R34"),
                        TestDrivers.small(),
                        Schedule.ORDINARY,
                        new Origin(17, "random", 6, 9),
                        List.of())
                .text();
        assertThat(text).startsWith("y1.canary.").hasSizeLessThan(50);
    }

    private static void isRefused(String text) {
        assertThatThrownBy(() -> ReplayToken.parse(text))
                .as(text)
                .isInstanceOf(UsageException.class)
                .hasMessageMatching(SENTENCE);
    }
}
