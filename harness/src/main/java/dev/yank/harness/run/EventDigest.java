package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.model.trace.KernelEvent;
import java.util.ArrayList;
import java.util.List;

/// A trace in two bits an event: each pair depends on that event and on all before it, so that a trace which
/// differs at some event differs there with a chance of three in four, and at one of the next three almost
/// surely. Of a trace of more than [#MOST_PAIRS] events only every second, third … event has a pair.
///
/// @param events how many events the trace has
/// @param pairs one value from 0 to 3 for each event that has one
record EventDigest(int events, List<Integer> pairs) {

    /// How many pairs there are at most.
    static final int MOST_PAIRS = 120;

    EventDigest(int events, List<Integer> pairs) {
        this.events = events;
        this.pairs = List.copyOf(pairs);
        if (pairs.size() != count(events)) {
            throw new IllegalArgumentException("its digest does not fit its length");
        }
    }

    /// How many pairs a trace of so many events has.
    static int count(int events) {
        return events / stride(events);
    }

    private static int stride(int events) {
        return Math.max(1, Math.ceilDiv(events, MOST_PAIRS));
    }

    static EventDigest of(List<KernelEvent> trace) {
        return of(trace, trace.size());
    }

    /// The digest that `trace` would have if it went on for `events` events.
    private static EventDigest of(List<KernelEvent> trace, int events) {
        int stride = stride(events);
        @Var long hash = 0;
        List<Integer> pairs = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            if (i < trace.size()) {
                hash = SplitMix.mix(hash ^ content(trace.get(i)));
            }
            if ((i + 1) % stride == 0) {
                pairs.add((int) (hash & 3));
            }
        }
        return new EventDigest(events, pairs);
    }

    private static long content(KernelEvent event) {
        return ((long) event.kind().name().hashCode() << 32)
                ^ ((long) event.task() << 24)
                ^ ((long) event.object() << 12)
                ^ event.detail();
    }

    /// The first event, from 1, by which `trace` is seen to be another; 0 where it is the same.
    int firstDifference(List<KernelEvent> trace) {
        EventDigest other = of(trace, events);
        for (int i = 0; i < pairs.size(); i++) {
            if (!pairs.get(i).equals(other.pairs.get(i))) {
                return Math.min((i + 1) * stride(events), trace.size() + 1);
            }
        }
        return trace.size() == events ? 0 : Math.min(events, trace.size()) + 1;
    }
}
