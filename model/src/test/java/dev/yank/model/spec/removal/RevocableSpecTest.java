package dev.yank.model.spec.removal;

import static dev.yank.model.spec.removal.RevocableResponse.ALREADY_REVOKED;
import static dev.yank.model.spec.removal.RevocableResponse.GONE;
import static dev.yank.model.spec.removal.RevocableResponse.GRANTED;
import static dev.yank.model.spec.removal.RevocableResponse.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.linearize.Recording;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.Questions;
import dev.yank.model.spec.removal.Resource.Available;
import dev.yank.model.spec.removal.Resource.Withdrawn;
import dev.yank.model.spec.removal.RevocableOperation.Revoke;
import dev.yank.model.spec.removal.RevocableOperation.TryAccess;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RevocableSpecTest {

    private static final RevocableOperation ACCESS = new TryAccess();
    private static final RevocableOperation REVOKE = new Revoke();

    private final RevocableSpec spec = new RevocableSpec();
    private final Questions<Resource, RevocableOperation, RevocableResponse> questions = new Questions<>(spec);

    @Test
    void modelsExpectedSemantics() {
        assertThat(spec.initial()).isEqualTo(new Available());
        assertThat(spec.effects(new Available(), ACCESS)).containsExactly(new Effect<>(new Available(), GRANTED));
        assertThat(spec.effects(new Available(), REVOKE)).containsExactly(new Effect<>(new Withdrawn(), REVOKED));
        assertThat(spec.effects(new Withdrawn(), ACCESS)).containsExactly(new Effect<>(new Withdrawn(), GONE));
        assertThat(spec.effects(new Withdrawn(), REVOKE))
                .containsExactly(new Effect<>(new Withdrawn(), ALREADY_REVOKED));
    }

    @Test
    void reachesTwoStates() {
        assertThat(questions.reachable(List.of(ACCESS, REVOKE), _ -> true))
                .containsExactly(new Available(), new Withdrawn());
    }

    @Test
    void acceptsValidHistories() {
        questions.accepts(
                recording().does(0, ACCESS, GRANTED).does(1, REVOKE, REVOKED).does(0, ACCESS, GONE));
        // A reader that overlaps the revocation may be told either.
        for (RevocableResponse answer : List.of(GRANTED, GONE)) {
            questions.accepts(recording()
                    .invokes(1, REVOKE)
                    .invokes(0, ACCESS)
                    .answers(0, answer)
                    .answers(1, REVOKED));
        }
        // Of two removers either may win.
        questions.accepts(recording()
                .invokes(0, REVOKE)
                .invokes(1, REVOKE)
                .answers(0, ALREADY_REVOKED)
                .answers(1, REVOKED));
        // A revocation that was lost may have taken effect.
        questions.accepts(recording().invokes(1, REVOKE).does(0, ACCESS, GONE));
    }

    @Test
    void rejectsInvalidHistories() {
        questions.rejects(
                recording().does(1, REVOKE, REVOKED).does(0, ACCESS, GRANTED),
                "TryAccess may answer [GONE] here, but answered GRANTED.");
        questions.rejects(recording().does(0, ACCESS, GONE), "TryAccess may answer [GRANTED] here, but answered GONE.");
        questions.rejects(
                recording()
                        .invokes(0, REVOKE)
                        .invokes(1, REVOKE)
                        .answers(0, REVOKED)
                        .answers(1, REVOKED),
                "Revoke may answer [ALREADY_REVOKED] here, but answered REVOKED.");
        questions.rejects(
                recording()
                        .invokes(0, REVOKE)
                        .invokes(1, REVOKE)
                        .answers(0, ALREADY_REVOKED)
                        .answers(1, ALREADY_REVOKED),
                "Revoke may answer [REVOKED] here, but answered ALREADY_REVOKED.");
    }

    private static Recording<RevocableOperation, RevocableResponse> recording() {
        return new Recording<>();
    }
}
