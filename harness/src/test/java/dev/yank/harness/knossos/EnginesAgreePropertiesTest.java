package dev.yank.harness.knossos;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.Engine;
import dev.yank.model.linearize.Entry;
import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import dev.yank.model.spec.classic.Answer;
import dev.yank.model.spec.classic.Nil;
import dev.yank.model.spec.classic.RecordedSpec;
import dev.yank.model.spec.classic.RecordedSpecs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/// Small histories over every specification, played by the rules or with an answer replaced: brute force and every
/// engine say the same.
final class EnginesAgreePropertiesTest {

    private static final ClojureEngine CLOJURE = ClojureEngine.ours();
    private static final Optional<ClojureEngine> KNOSSOS = ClojureEngine.knossos();

    /// What makes a history: which specification, what is asked, and every choice.
    record Play(String spec, List<Integer> questions, List<Integer> choices, int replaced) {}

    @Provide
    Arbitrary<Play> plays() {
        return Combinators.combine(
                        Arbitraries.of(RecordedSpecs.names()),
                        Arbitraries.integers()
                                .between(0, 11)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(6),
                        Arbitraries.integers()
                                .between(0, 1000)
                                .list()
                                .ofMinSize(4)
                                .ofMaxSize(60),
                        Arbitraries.integers().between(0, 11))
                .as(Play::new);
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void everyEngineSaysWhatBruteForceSays(@ForAll("plays") Play play) {
        compare(RecordedSpecs.named(play.spec()).orElseThrow(), play);
    }

    private static <S, O> void compare(RecordedSpec<S, O> spec, Play play) {
        List<Entry<O, Answer>> entries = new Player<>(spec, play).entries();
        boolean explained = explains(spec, entries, spec.initial());
        for (Engine engine : Engine.values()) {
            assertThat(LinearizabilityChecker.check(spec, entries, Limits.DEFAULT, engine))
                    .as("%s", engine)
                    .isInstanceOf(explained ? Linearizable.class : NotLinearizable.class);
        }
        Opinion expected = explained ? Opinion.LINEARIZABLE : Opinion.NOT_LINEARIZABLE;
        assertThat(CLOJURE.check(spec, entries, () -> false).opinion()).isEqualTo(expected);
        KNOSSOS.ifPresent(knossos ->
                assertThat(knossos.check(spec, entries, () -> false).opinion()).isEqualTo(expected));
        Statistics.label("linearizable").collect(explained).coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 10);
            coverage.check(false).percentage(share -> share > 10);
        });
        Statistics.label("specification").collect(play.spec()).coverage(coverage -> {
            for (String name : RecordedSpecs.names()) {
                coverage.check(name).percentage(share -> share > 4);
            }
        });
    }

    /// Tries every order and every effect.
    private static <S, O, R> boolean explains(SequentialSpec<S, O, R> spec, List<Entry<O, R>> left, S state) {
        if (left.stream().allMatch(entry -> entry.response() == null)) {
            return true;
        }
        for (Entry<O, R> first : left) {
            if (left.stream().anyMatch(other -> other.completed() < first.invoked())) {
                continue;
            }
            List<Entry<O, R>> rest = new ArrayList<>(left);
            rest.remove(first);
            for (Effect<S, R> effect : spec.effects(state, first.operation())) {
                R response = first.response();
                if ((response == null || response.equals(effect.response())) && explains(spec, rest, effect.next())) {
                    // An operation that is said to observe only must do so wherever it is seen.
                    assertThat(spec.onlyObserves(first.operation(), response)
                                    && !effect.next().equals(state))
                            .isFalse();
                    return true;
                }
            }
        }
        return false;
    }

    /// Plays operations in up to three processes, with every choice taken from a list.
    private static final class Player<S, O> {

        private final RecordedSpec<S, O> spec;
        private final Play play;
        private final List<Entry<O, Answer>> entries = new ArrayList<>();

        @Var
        private int used;

        @Var
        private int time;

        @Var
        private S state;

        Player(RecordedSpec<S, O> spec, Play play) {
            this.spec = spec;
            this.play = play;
            this.state = spec.initial();
        }

        private record Open<O>(int place, O operation, List<Answer> answer) {}

        List<Entry<O, Answer>> entries() {
            List<Open<O>> open = new ArrayList<>();
            @Var int next = 0;
            while (next < play.questions().size() || !open.isEmpty()) {
                boolean mayInvoke = next < play.questions().size() && open.size() < 3;
                int choice = choose(2 * open.size() + (mayInvoke ? 2 : 0));
                if (choice >= 2 * open.size()) {
                    O operation = operation(play.questions().get(next));
                    open.add(new Open<>(entries.size(), operation, new ArrayList<>()));
                    entries.add(Entry.lost(next, operation, time++));
                    next++;
                } else if (!step(open.get(choice / 2))) {
                    open.remove(choice / 2);
                }
            }
            return replaced();
        }

        /// Takes effect, then completes; may be lost at either point. Says whether it is still open.
        private boolean step(Open<O> open) {
            if (choose(8) == 7) {
                return false;
            }
            if (!open.answer().isEmpty()) {
                answer(open.place(), open.answer().getFirst());
                return false;
            }
            List<Effect<S, Answer>> effects = spec.effects(state, open.operation());
            if (effects.isEmpty()) {
                return false;
            }
            Effect<S, Answer> effect = effects.get(choose(effects.size()));
            state = effect.next();
            open.answer().add(effect.response());
            return true;
        }

        private void answer(int place, Answer answer) {
            Entry<O, Answer> entry = entries.get(place);
            entries.set(place, new Entry<>(entry.process(), entry.operation(), answer, entry.invoked(), time++));
        }

        /// One answer becomes that of another operation, if there is one at the place.
        private List<Entry<O, Answer>> replaced() {
            if (play.replaced() < entries.size() && entries.get(play.replaced()).response() != null) {
                Entry<O, Answer> entry = entries.get(play.replaced());
                Answer other = entries.stream()
                        .map(Entry::response)
                        .filter(response -> response != null && !response.equals(entry.response()))
                        .findFirst()
                        .orElse(new Answer.Value(7L));
                entries.set(
                        play.replaced(),
                        new Entry<>(entry.process(), entry.operation(), other, entry.invoked(), entry.completed()));
            }
            return entries;
        }

        private O operation(int question) {
            long value = question % 3;
            return switch (spec.name()) {
                case "register" -> question < 6 ? asked("read", Nil.NIL) : asked("write", value);
                case "cas-register", "etcd" ->
                    question < 4
                            ? asked("read", Nil.NIL)
                            : question < 8 ? asked("write", value) : asked("cas", List.of(value, (value + 1) % 3));
                case "mutex" -> asked(question < 6 ? "acquire" : "release", Nil.NIL);
                case "multi-register" ->
                    asked(
                            "txn",
                            question < 6
                                    ? List.of(List.of(":read", ":x"), List.of(":read", ":y"))
                                    : List.of(
                                            List.of(":write", question % 2 == 0 ? ":x" : ":y", value),
                                            List.of(":read", ":x")));
                case "fifo-queue", "unordered-queue" ->
                    question < 6 ? asked("dequeue", Nil.NIL) : asked("enqueue", value);
                case "set" -> question < 6 ? asked("read", Nil.NIL) : asked("add", value);
                case "key-value" ->
                    question < 5 ? asked("get", Nil.NIL) : asked(question < 8 ? "put" : "append", Long.toString(value));
                default -> throw new AssertionError(spec.name());
            };
        }

        private O asked(String f, Object value) {
            return spec.operation(f, value);
        }

        private int choose(int alternatives) {
            return play.choices().get(used++ % play.choices().size()) % alternatives;
        }
    }
}
