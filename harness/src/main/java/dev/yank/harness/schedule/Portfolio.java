package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes turns among several strategies, one execution each, because none of them wins everywhere. One that
/// has no schedule left is passed over.
///
/// Source: H. Zhao et al., "Selectively Uniform Concurrency Testing", ASPLOS 2025, whose tables have a
/// different winner on different subjects.
public final class Portfolio implements Strategy {

    private final List<Strategy> members;

    @Var
    private int turn = -1;

    public Portfolio(List<Strategy> members) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("A portfolio needs at least one strategy.");
        }
        this.members = List.copyOf(members);
    }

    /// The name of the member whose turn it is.
    @Override
    public String name() {
        return current().name();
    }

    @Override
    public void begin(long seed) {
        turn = (turn + 1) % members.size();
        for (int passed = 0; passed < members.size() && current().isExhausted(); passed++) {
            turn = (turn + 1) % members.size();
        }
        current().begin(seed);
    }

    @Override
    public boolean isExhausted() {
        return members.stream().allMatch(Strategy::isExhausted);
    }

    @Override
    public int next(TaskSet runnable, int current, int decision) {
        return current().next(runnable, current, decision);
    }

    @Override
    public void relaxed(int task) {
        current().relaxed(task);
    }

    @Override
    public @Nullable Observer observer() {
        return current().observer();
    }

    @Override
    public void end(int decisions) {
        current().end(decisions);
    }

    private Strategy current() {
        return members.get(Math.max(turn, 0));
    }
}
