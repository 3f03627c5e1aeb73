package dev.yank.harness.linux;

import com.google.errorprone.annotations.Var;
import java.util.Optional;
import java.util.Set;

/// A bug as far as can be told: all accusations of one signature.
public final class Found {

    private static final int SMALL = 12;

    private final Accusation accusation;
    private final Sighting first;
    private final long program;

    @Var
    private long times = 1;

    @Var
    private Set<String> blamed = Set.of();

    @Var
    private int studies;

    @Var
    private Sighting smallest;

    @Var
    private Optional<Reliability> reliability = Optional.empty();

    /// @param program the number of the program that showed it first
    Found(Accusation accusation, Sighting first, long program) {
        this.accusation = accusation;
        this.first = first;
        this.smallest = first;
        this.program = program;
    }

    void again() {
        times++;
    }

    /// One more sighting is looked at closely.
    void study() {
        studies++;
    }

    /// How many sightings were.
    int studies() {
        return studies;
    }

    /// Whether another program is better: it shows the bug more reliably, or as reliably and is smaller.
    boolean isWorseThan(Reliability measured, Sighting other) {
        int mine = reliability.map(Reliability::shown).orElse(-1);
        boolean isSmaller = other.program().size() < smallest.program().size();
        return mine < measured.shown() || (mine == measured.shown() && isSmaller);
    }

    /// Whether there is a small program that shows it.
    boolean isWellKnown() {
        return isReliable() && smallest.program().size() <= SMALL;
    }

    /// A smaller program shows it too.
    void shrunkTo(Sighting smaller) {
        smallest = smaller;
    }

    void measured(Reliability measured) {
        reliability = Optional.of(measured);
    }

    /// As first seen.
    public Accusation accusation() {
        return smallest.accusations().stream()
                .filter(one -> one.signature().equals(accusation.signature()))
                .findFirst()
                .orElse(accusation);
    }

    /// What makes it the same bug.
    public String signature() {
        return accusation.signature();
    }

    /// What is blamed for it: kinds of actions, without which it was not seen.
    Set<String> blamed() {
        return blamed;
    }

    void blamed(Set<String> kinds) {
        blamed = Set.copyOf(kinds);
    }

    Sighting first() {
        return first;
    }

    Sighting smallest() {
        return smallest;
    }

    long program() {
        return program;
    }

    long times() {
        return times;
    }

    /// How often the smallest program showed it, when it was repeated; nothing if it was not.
    public Optional<Reliability> reliability() {
        return reliability;
    }

    /// Whether its program showed it again in a guest of its own. What was seen only in guests that had performed other
    /// programs before may be a consequence of these.
    public boolean isConfirmed() {
        return isReliable();
    }

    /// Whether its program showed it again.
    boolean isReliable() {
        return reliability.filter(measured -> measured.shown() > 0).isPresent();
    }
}
