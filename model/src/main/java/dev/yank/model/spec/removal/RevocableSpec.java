package dev.yank.model.spec.removal;

import static dev.yank.model.spec.removal.RevocableResponse.ALREADY_REVOKED;
import static dev.yank.model.spec.removal.RevocableResponse.GONE;
import static dev.yank.model.spec.removal.RevocableResponse.GRANTED;
import static dev.yank.model.spec.removal.RevocableResponse.REVOKED;

import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import dev.yank.model.spec.removal.Resource.Available;
import dev.yank.model.spec.removal.Resource.Withdrawn;
import dev.yank.model.spec.removal.RevocableOperation.Revoke;
import dev.yank.model.spec.removal.RevocableOperation.TryAccess;
import java.util.List;

/// Revocation, as `rust/kernel/revocable.rs` documents it: once access is revoked no later caller is granted
/// it (R26), and exactly one caller is told that it did the revoking (R27).
///
/// Waiting for a grace period is not stated here: it constrains the trace, not the responses. Source:
/// `rust/kernel/revocable.rs`, Linux kernel, W. Almeida Filho, 2022.
public final class RevocableSpec implements SequentialSpec<Resource, RevocableOperation, RevocableResponse> {

    private record At(Resource state, RevocableOperation operation) {}

    @Override
    public String name() {
        return "revocable resource";
    }

    @Override
    public Resource initial() {
        return new Available();
    }

    @Override
    public List<Effect<Resource, RevocableResponse>> effects(Resource state, RevocableOperation operation) {
        return switch (new At(state, operation)) {
            case At(Available _, TryAccess _) -> only(new Available(), GRANTED);
            case At(Available _, Revoke _) -> only(new Withdrawn(), REVOKED);
            case At(Withdrawn _, TryAccess _) -> only(new Withdrawn(), GONE);
            case At(Withdrawn _, Revoke _) -> only(new Withdrawn(), ALREADY_REVOKED);
        };
    }

    @Override
    public String describeOperation(RevocableOperation operation) {
        return operation.getClass().getSimpleName();
    }

    private static List<Effect<Resource, RevocableResponse>> only(Resource next, RevocableResponse response) {
        return List.of(new Effect<>(next, response));
    }
}
