package dev.yank.model.spec.counting;

/// How many references there are, told apart by what the next put does.
public sealed interface RefcountState {

    /// Nobody holds a reference any more, and nobody ever will again.
    record Released() implements RefcountState {}

    /// One reference is left: its put is the last one.
    record Sole() implements RefcountState {}

    /// Several references.
    ///
    /// @param references how many; at least 2
    record Shared(int references) implements RefcountState {

        /// Refuses a number that another state stands for.
        public Shared {
            if (references < 2) {
                throw new IllegalArgumentException(
                        "A shared object has at least 2 references, not " + references + "; write Sole or Released.");
            }
        }
    }

    /// The state with that many references.
    ///
    /// @param references at least 0
    static RefcountState of(int references) {
        return references == 0 ? new Released() : references == 1 ? new Sole() : new Shared(references);
    }
}
