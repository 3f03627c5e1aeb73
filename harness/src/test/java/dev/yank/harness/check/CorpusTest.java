package dev.yank.harness.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.yank.harness.check.Corpus.Recorded;
import dev.yank.harness.format.HistoryFiles;
import dev.yank.harness.format.Partition;
import dev.yank.harness.knossos.ClojureEngine;
import dev.yank.harness.knossos.Opinion;
import dev.yank.model.linearize.Engine;
import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.linearize.LinearizabilityResult;
import dev.yank.model.linearize.LinearizabilityResult.Inconclusive;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.linearize.OrderVerifier;
import dev.yank.model.spec.classic.Keyed;
import dev.yank.model.spec.classic.RecordedSpec;
import dev.yank.model.spec.classic.RecordedSpecs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class CorpusTest {

    @TestFactory
    Stream<DynamicTest> judgesEachRecordedHistoryAsExpected() {
        return each(
                recorded -> judge(recorded, RecordedSpecs.named(recorded.spec()).orElseThrow()));
    }

    @TestFactory
    Stream<DynamicTest> agreesWithTheEngineInClojure() {
        return each(recorded ->
                asksClojure(recorded, RecordedSpecs.named(recorded.spec()).orElseThrow()));
    }

    private interface Check {
        void of(Recorded recorded) throws Exception;
    }

    private static Stream<DynamicTest> each(Check check) {
        Optional<Path> folder = Corpus.folder();
        if (folder.isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest("recorded histories", () -> abort(Corpus.absent())));
        }
        List<Recorded> histories = Corpus.histories(folder.get());
        assertThat(histories).hasSizeGreaterThanOrEqualTo(78);
        return histories.stream().map(recorded -> DynamicTest.dynamicTest(recorded.name(), () -> check.of(recorded)));
    }

    private static Partition partition(Recorded recorded) {
        return recorded.spec().equals("key-value") ? Partition.named("key") : Partition.NONE;
    }

    private static <S, O> void judge(Recorded recorded, RecordedSpec<S, O> one) throws Exception {
        var entries = HistoryFiles.read(recorded.file(), partition(recorded)).entries(one);
        var spec = new Keyed<>(one);
        for (Engine engine : List.of(Engine.AUTO, Engine.JIT)) {
            switch (LinearizabilityChecker.check(spec, entries, Limits.DEFAULT, engine)) {
                case Linearizable<?, ?> found -> {
                    assertThat(recorded.linearizable()).isTrue();
                    assertThat(fault(spec, entries, found)).isEmpty();
                }
                case NotLinearizable<?, ?> _ ->
                    assertThat(recorded.linearizable()).isFalse();
                case Inconclusive<?, ?> gaveUp -> throw new AssertionError(gaveUp.reason());
            }
        }
    }

    @SuppressWarnings("unchecked") // the result is about the entries that were handed in
    private static <S, O, R> Optional<String> fault(
            Keyed<S, O, R> spec,
            List<dev.yank.model.linearize.Entry<Keyed.At<O>, R>> entries,
            LinearizabilityResult<?, ?> found) {
        return OrderVerifier.fault(spec, entries, ((Linearizable<Keyed.At<O>, R>) found).order());
    }

    private static <S, O> void asksClojure(Recorded recorded, RecordedSpec<S, O> one) throws Exception {
        var entries = HistoryFiles.read(recorded.file(), partition(recorded)).entries(one);
        assertThat(ClojureEngine.ours()
                        .check(new Keyed<>(one), entries, () -> false)
                        .opinion())
                .isEqualTo(recorded.linearizable() ? Opinion.LINEARIZABLE : Opinion.NOT_LINEARIZABLE);
    }
}
