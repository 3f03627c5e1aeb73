package dev.yank.model.spec.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.yank.model.linearize.Recording;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.Questions;
import dev.yank.model.spec.counting.RefcountOperation.Get;
import dev.yank.model.spec.counting.RefcountOperation.GetUnlessZero;
import dev.yank.model.spec.counting.RefcountOperation.Put;
import dev.yank.model.spec.counting.RefcountOperation.Read;
import dev.yank.model.spec.counting.RefcountResponse.Count;
import dev.yank.model.spec.counting.RefcountResponse.Last;
import dev.yank.model.spec.counting.RefcountResponse.Refused;
import dev.yank.model.spec.counting.RefcountResponse.Remaining;
import dev.yank.model.spec.counting.RefcountResponse.Taken;
import dev.yank.model.spec.counting.RefcountState.Released;
import dev.yank.model.spec.counting.RefcountState.Shared;
import dev.yank.model.spec.counting.RefcountState.Sole;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class RefcountSpecTest {

    private static final RefcountOperation GET = new Get();
    private static final RefcountOperation UPGRADE = new GetUnlessZero();
    private static final RefcountOperation PUT = new Put();
    private static final RefcountOperation READ = new Read();
    private static final RefcountResponse TAKEN = new Taken();
    private static final RefcountResponse REFUSED = new Refused();
    private static final RefcountResponse REMAINING = new Remaining();
    private static final RefcountResponse LAST = new Last();

    private final RefcountSpec spec = new RefcountSpec(1);
    private final Questions<RefcountState, RefcountOperation, RefcountResponse> questions = new Questions<>(spec);

    @Test
    void modelsExpectedSemantics() {
        assertThat(spec.initial()).isEqualTo(new Sole());
        assertThat(new RefcountSpec(3).initial()).isEqualTo(new Shared(3));
        assertThat(spec.effects(new Sole(), GET)).containsExactly(new Effect<>(new Shared(2), TAKEN));
        assertThat(spec.effects(new Sole(), UPGRADE)).containsExactly(new Effect<>(new Shared(2), TAKEN));
        assertThat(spec.effects(new Sole(), PUT)).containsExactly(new Effect<>(new Released(), LAST));
        assertThat(spec.effects(new Sole(), READ)).containsExactly(new Effect<>(new Sole(), new Count(1)));
        assertThat(spec.effects(new Shared(3), GET)).containsExactly(new Effect<>(new Shared(4), TAKEN));
        assertThat(spec.effects(new Shared(3), PUT)).containsExactly(new Effect<>(new Shared(2), REMAINING));
        assertThat(spec.effects(new Shared(2), PUT)).containsExactly(new Effect<>(new Sole(), REMAINING));
        assertThat(spec.effects(new Shared(3), READ)).containsExactly(new Effect<>(new Shared(3), new Count(3)));
        assertThat(spec.effects(new Released(), UPGRADE)).containsExactly(new Effect<>(new Released(), REFUSED));
        assertThat(spec.effects(new Released(), READ)).containsExactly(new Effect<>(new Released(), new Count(0)));
        assertThat(spec.effects(new Released(), GET)).isEmpty();
        assertThat(spec.effects(new Released(), PUT)).isEmpty();
    }

    /// With at most 4 references: released, sole, and shared by 2, 3 or 4. Nothing leads out of released.
    @Test
    void reachesOneStateForEachNumberOfReferences() {
        List<RefcountOperation> all = List.of(GET, UPGRADE, PUT, READ);
        Predicate<RefcountState> bound = state -> !(state instanceof Shared(int references)) || references <= 4;
        assertThat(questions.reachable(all, bound))
                .containsExactlyInAnyOrder(new Released(), new Sole(), new Shared(2), new Shared(3), new Shared(4));
        assertThat(new Questions<>(new RefcountSpec(0)).reachable(all, bound)).containsExactly(new Released());
    }

    @Test
    void acceptsValidHistories() {
        questions.accepts(recording()
                .does(0, GET, TAKEN)
                .does(1, PUT, REMAINING)
                .does(0, READ, new Count(1))
                .does(0, PUT, LAST)
                .does(1, UPGRADE, REFUSED));
        // An upgrade that overlaps the last put may be refused,
        questions.accepts(recording()
                .invokes(0, PUT)
                .invokes(1, UPGRADE)
                .answers(1, REFUSED)
                .answers(0, LAST));
        // or be granted, and then the put was not the last.
        questions.accepts(recording()
                .invokes(0, PUT)
                .invokes(1, UPGRADE)
                .answers(1, TAKEN)
                .answers(0, REMAINING));
        // A put that was lost may have taken effect.
        questions.accepts(recording().invokes(0, PUT).does(1, UPGRADE, REFUSED));
    }

    @Test
    void rejectsInvalidHistories() {
        questions.rejects(
                recording().does(0, PUT, LAST).does(1, GET, TAKEN), "Get cannot take effect here, but answered TAKEN.");
        questions.rejects(
                recording().does(0, PUT, LAST).does(1, PUT, LAST), "Put cannot take effect here, but answered LAST.");
        questions.rejects(
                recording().does(0, PUT, LAST).does(1, UPGRADE, TAKEN),
                "GetUnlessZero may answer [REFUSED] here, but answered TAKEN.");
        questions.rejects(
                recording().does(1, UPGRADE, REFUSED), "GetUnlessZero may answer [TAKEN] here, but answered REFUSED.");
        // Two increments that read the same value: one of them was lost.
        questions.rejects(
                recording()
                        .invokes(0, GET)
                        .invokes(1, GET)
                        .answers(0, TAKEN)
                        .answers(1, TAKEN)
                        .does(0, READ, new Count(2)),
                "Read may answer [3] here, but answered 2.");
    }

    @Test
    void refusesNumbersThatNobodyCanHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RefcountSpec(-1))
                .withMessage("A reference count begins with at least 0 references, not -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shared(1))
                .withMessage("A shared object has at least 2 references, not 1; write Sole or Released.");
    }

    private static Recording<RefcountOperation, RefcountResponse> recording() {
        return new Recording<>();
    }
}
