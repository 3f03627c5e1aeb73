package dev.yank.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.generate.Programs;
import dev.yank.harness.generate.RandomPrograms;
import dev.yank.harness.program.Program;
import dev.yank.harness.program.Shape;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.schedule.Schedule.Preemption;
import dev.yank.harness.shrink.Minimality;
import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.RuleId;
import dev.yank.model.spec.device.DeviceKind;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

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
                Arbitraries.of("random", "fault sweep", "pos", "what(else)"),
                Arbitraries.integers().between(1, 99).map(depth -> "pct(" + depth + ")"));
        return Combinators.combine(
                        Arbitraries.longs().between(1, Integer.MAX_VALUE),
                        strategies,
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 6000),
                        Arbitraries.of(Minimality.class),
                        shapes().optional())
                .as(Origin::new);
    }

    /// Shapes as they are drawn: with the operations of their kind of device, in the order in which they are named.
    private static Arbitrary<Shape> shapes() {
        var programs = new RandomPrograms(1, 8);
        return Combinators.combine(Arbitraries.of(DeviceKind.class), Arbitraries.longs())
                .as(programs::shape);
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
        isRefused("y3.canary." + text.replace("\n", ""));
    }

    /// As somebody would make one who knows the format.
    @Property
    void contentsThatNobodyWroteAreRefusedEvenWhenSealed(
            @ForAll("letters") String what, @ForAll("letters") String how, @ForAll("letters") String seen) {
        String parts = "y3.canary." + sealed(what) + "." + sealed(how) + "." + sealed(seen);
        String text = parts + Letters.check(parts, 3);
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

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars('-', '_')
                .ofMaxLength(20);
    }

    private static String sealed(String letters) {
        return letters + Letters.check(letters, 2);
    }

    @Example
    void aDamagedTokenSaysWhichPartIsWrong() {
        String[] parts = typical().split("\\.", -1);
        assertThat(parts).hasSize(5);
        assertThat(refusal(parts, 2)).contains("its program part, '").contains("', is not as it was written");
        assertThat(refusal(parts, 3)).contains("its schedule part, '");
        assertThat(refusal(parts, 4)).contains("its trace part, '");
        assertThat(refusal(parts, 1)).contains("do not belong together, or the driver is misspelt");
        assertThatThrownBy(
                        () -> ReplayToken.parse(String.join(".", List.of(parts).subList(0, 4))))
                .hasMessageContaining("a token has a driver, a program, a schedule and a trace");
    }

    private static String refusal(String[] parts, int damaged) {
        String[] copy = parts.clone();
        char first = copy[damaged].charAt(0);
        copy[damaged] = (first == 'B' ? 'C' : 'B') + copy[damaged].substring(1);
        try {
            ReplayToken.parse(String.join(".", copy));
        } catch (UsageException e) {
            return e.getMessage();
        }
        throw new AssertionError("A token with a damaged part " + damaged + " was read.");
    }

    @Example
    void partsOfTwoTokensAreNotOne() {
        String[] one = typical().split("\\.", -1);
        String[] other = ReplayToken.of(
                        "canary",
                        RuleId.parse("R5"),
                        TestDrivers.small(),
                        new Schedule(List.of(new Preemption(3, 1))),
                        new Origin(18, "pct(2)", 6, 9),
                        List.of())
                .text()
                .split("\\.", -1);
        one[3] = other[3];
        assertThatThrownBy(() -> ReplayToken.parse(String.join(".", one)))
                .hasMessageContaining("its parts are whole but do not belong together");
    }

    @Property(tries = 50)
    void strategiesThatNobodyKnowsAreSpelled(@ForAll @AlphaChars @StringLength(max = 40) String name) {
        var token = new ReplayToken(
                "canary",
                Optional.empty(),
                TestDrivers.small(),
                Schedule.ORDINARY,
                new Origin(1, name + "(7)", 6, 9),
                EventDigest.of(List.of()));
        assertThat(ReplayToken.parse(token.text())).isEqualTo(token);
    }

    @Property
    void otherVersionsAreRefusedByTheirName(@ForAll @IntRange(min = 4, max = 2000) int version) {
        assertThatThrownBy(() -> ReplayToken.parse("y" + version + ".canary.AAAAAAAA"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("(y" + version + ")")
                .hasMessageContaining("(y3)")
                .hasMessageMatching(SENTENCE);
    }

    @Example
    void aTokenIsShort() {
        assertThat(typical()).startsWith("y3.canary.").hasSizeLessThan(60);
    }

    private static String typical() {
        return ReplayToken.of(
                        "canary",
                        RuleId.parse("R34"),
                        TestDrivers.small(),
                        Schedule.ORDINARY,
                        new Origin(17, "random", 6, 9),
                        List.of())
                .text();
    }

    private static void isRefused(String text) {
        assertThatThrownBy(() -> ReplayToken.parse(text))
                .as(text)
                .isInstanceOf(UsageException.class)
                .hasMessageMatching(SENTENCE);
    }
}
