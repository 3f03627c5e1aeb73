package dev.yank.harness.kernel.rust;

/// `()`: a value without content. All of them are the same, so that any will do when one is taken back.
public record Unit() {

    /// `impl ForeignOwnable for ()`: a pointer to nothing that is not null, as `NonNull::dangling`.
    public static ForeignOwnable<Unit> foreign() {
        return new ForeignOwnable<>() {
            @Override
            public Object into_foreign(Unit object) {
                return object;
            }

            @Override
            public Unit from_foreign(Object pointer) {
                return new Unit();
            }
        };
    }
}
