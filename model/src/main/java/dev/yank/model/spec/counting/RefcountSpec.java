package dev.yank.model.spec.counting;

import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
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

/// A reference count: it never leaves 0 (R1), changes by one and in one piece (R2), refuses an upgrade
/// exactly when it is 0 (R3), and tells exactly one put that it was the last (R4).
///
/// Where nobody holds a reference, a get and a put cannot take effect at all: whoever asks for one has
/// nothing to ask with. Source: W. Almeida Filho in the discussion of lifetimes for the kernel summit, 2021,
/// and `Documentation/core-api/kref.rst`, Linux kernel.
public final class RefcountSpec implements SequentialSpec<RefcountState, RefcountOperation, RefcountResponse> {

    private record At(RefcountState state, RefcountOperation operation) {}

    private final int references;

    /// @param references how many there are before any operation; at least 0
    public RefcountSpec(int references) {
        if (references < 0) {
            throw new IllegalArgumentException(
                    "A reference count begins with at least 0 references, not " + references + ".");
        }
        this.references = references;
    }

    @Override
    public String name() {
        return "reference count";
    }

    @Override
    public RefcountState initial() {
        return RefcountState.of(references);
    }

    @Override
    public List<Effect<RefcountState, RefcountResponse>> effects(RefcountState state, RefcountOperation operation) {
        return switch (new At(state, operation)) {
            case At(Released _, Get _) -> List.of();
            case At(Released _, GetUnlessZero _) -> only(new Released(), new Refused());
            case At(Released _, Put _) -> List.of();
            case At(Released _, Read _) -> only(new Released(), new Count(0));
            case At(Sole _, Get _) -> only(new Shared(2), new Taken());
            case At(Sole _, GetUnlessZero _) -> only(new Shared(2), new Taken());
            case At(Sole _, Put _) -> only(new Released(), new Last());
            case At(Sole _, Read _) -> only(new Sole(), new Count(1));
            case At(Shared(int n), Get _) -> only(new Shared(n + 1), new Taken());
            case At(Shared(int n), GetUnlessZero _) -> only(new Shared(n + 1), new Taken());
            case At(Shared(int n), Put _) -> only(RefcountState.of(n - 1), new Remaining());
            case At(Shared(int n), Read _) -> only(new Shared(n), new Count(n));
        };
    }

    @Override
    public String describeOperation(RefcountOperation operation) {
        return operation.getClass().getSimpleName();
    }

    @Override
    public String describeResponse(RefcountResponse response) {
        return switch (response) {
            case Taken _ -> "TAKEN";
            case Refused _ -> "REFUSED";
            case Remaining _ -> "REMAINING";
            case Last _ -> "LAST";
            case Count(int n) -> Integer.toString(n);
        };
    }

    private static List<Effect<RefcountState, RefcountResponse>> only(RefcountState next, RefcountResponse response) {
        return List.of(new Effect<>(next, response));
    }
}
