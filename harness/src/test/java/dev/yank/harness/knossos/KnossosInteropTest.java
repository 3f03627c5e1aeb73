package dev.yank.harness.knossos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.linearize.Entry;
import dev.yank.model.spec.classic.Answer;
import dev.yank.model.spec.classic.MutexSpec;
import dev.yank.model.spec.classic.MutexSpec.MutexOperation;
import dev.yank.model.spec.classic.Nil;
import dev.yank.model.spec.classic.RegisterOperation;
import dev.yank.model.spec.classic.RegisterOperation.Cas;
import dev.yank.model.spec.classic.RegisterOperation.Read;
import dev.yank.model.spec.classic.RegisterOperation.Write;
import dev.yank.model.spec.classic.RegisterSpec;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The way to Knossos and back: through Knossos itself where the profile has put it on the class path, otherwise
/// through
/// a stand-in of ours with the same interface.
final class KnossosInteropTest {

    private static final RegisterSpec REGISTER = RegisterSpec.etcd(Nil.NIL);

    private final ClojureEngine knossos = knossos();

    @Test
    void readsBackThatThereIsAnOrder() {
        List<Entry<RegisterOperation, Answer>> entries = List.of(
                new Entry<>(0, new Write(1L), Answer.DONE, 0, 3),
                new Entry<>(1, new Read(), new Answer.Value(1L), 1, 2),
                Entry.lost(2, new Cas(1L, 2L), 4),
                new Entry<>(3, new Read(), new Answer.Value(2L), 5, 6),
                new Entry<>(3, new Cas(7L, 8L), Answer.REFUSED, 7, 8));
        assertThat(knossos.check(REGISTER, entries, () -> false))
                .isEqualTo(new SecondOpinion(Opinion.LINEARIZABLE, ""));
    }

    @Test
    void readsBackWhichOperationCannotBePlaced() {
        List<Entry<RegisterOperation, Answer>> entries = List.of(
                new Entry<>(0, new Write(1L), Answer.DONE, 0, 1),
                new Entry<>(1, new Read(), new Answer.Value(2L), 2, 3),
                new Entry<>(1, new Read(), new Answer.Value(1L), 4, 5));
        SecondOpinion said = knossos.check(REGISTER, entries, () -> false);
        assertThat(said.opinion()).isEqualTo(Opinion.NOT_LINEARIZABLE);
        assertThat(said.reason()).isEqualTo("It came to an end at Asked[operation=read, response=2].");
    }

    @Test
    void presentsSpecificationsThatRefuse() {
        List<Entry<MutexOperation, Answer>> entries = List.of(
                new Entry<>(0, MutexOperation.ACQUIRE, Answer.DONE, 0, 1),
                new Entry<>(1, MutexOperation.ACQUIRE, Answer.DONE, 2, 3));
        assertThat(knossos.check(new MutexSpec(), entries, () -> false).opinion())
                .isEqualTo(Opinion.NOT_LINEARIZABLE);
    }

    @Test
    void saysWhyKnossosDoesNotKnow() {
        List<Entry<RegisterOperation, Answer>> entries = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            entries.add(new Entry<>(0, new Write(1L), Answer.DONE, 2 * i, 2 * i + 1));
        }
        Assumptions.assumeFalse(ClojureEngine.isKnossosThere(), "Knossos itself decides what its stand-in gives up");
        assertThat(knossos.check(REGISTER, entries, () -> false))
                .isEqualTo(new SecondOpinion(Opinion.UNKNOWN, "It stopped (out-of-memory)."));
    }

    @Test
    void leavesKnossosWhenToldToStop() {
        List<Entry<RegisterOperation, Answer>> entries = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            entries.add(new Entry<>(i, new Write((long) i), Answer.DONE, i, 100 + i));
        }
        entries.add(new Entry<>(99, new Read(), new Answer.Value(99L), 200, 201));
        assertThat(knossos.check(REGISTER, entries, () -> true).opinion()).isNotEqualTo(Opinion.LINEARIZABLE);
    }

    private static ClojureEngine knossos() {
        try {
            URL standIn = Path.of(System.getProperty("yank.home"), "harness/src/test/knossos-stand-in")
                    .toUri()
                    .toURL();
            var loader = new URLClassLoader(new URL[] {standIn}, KnossosInteropTest.class.getClassLoader());
            return ClojureEngine.knossos(loader).orElseThrow();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
