package dev.yank.harness.sim.hardware;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.List;

/// A clock that a test moves on, and that runs whatever has become due in the order of its time.
final class SteppedClock implements DeviceClock {
    private record Due(long time, int token, Runnable completion) {}

    private final List<Due> waiting = new ArrayList<>();

    @Var
    private long now;

    @Var
    private int tokens;

    @Override
    public int after(long virtualNanos, Runnable completion) {
        tokens++;
        waiting.add(new Due(now + virtualNanos, tokens, completion));
        return tokens;
    }

    @Override
    public void cancel(int token) {
        waiting.removeIf(due -> due.token() == token);
    }

    void advance(long nanos) {
        now += nanos;
        List<Due> ready = waiting.stream().filter(due -> due.time() <= now).toList();
        waiting.removeAll(ready);
        ready.forEach(due -> due.completion().run());
    }

    int waiting() {
        return waiting.size();
    }
}
