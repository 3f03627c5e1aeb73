package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.model.trace.KernelEvent;
import java.util.List;

/// A trace in two bits an event: each pair depends on that event and on all before it, so that a trace which
/// differs at some event differs there with a chance of three in four, and at one of the next three almost
/// surely.
///
/// @param pairs one value from 0 to 3 an event
record EventDigest(List<Integer> pairs) {

    EventDigest(List<Integer> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    static EventDigest of(List<KernelEvent> trace) {
        @Var long hash = 0;
        Integer[] pairs = new Integer[trace.size()];
        for (int i = 0; i < pairs.length; i++) {
            KernelEvent event = trace.get(i);
            long what = ((long) event.kind().name().hashCode() << 32)
                    ^ ((long) event.task() << 24)
                    ^ ((long) event.object() << 12)
                    ^ event.detail();
            hash = SplitMix.mix(hash ^ what);
            pairs[i] = (int) (hash & 3);
        }
        return new EventDigest(List.of(pairs));
    }

    /// The first event, from 1, at which `other` is seen to differ; 0 where it is the same.
    int firstDifference(EventDigest other) {
        int common = Math.min(pairs.size(), other.pairs.size());
        for (int i = 0; i < common; i++) {
            if (!pairs.get(i).equals(other.pairs.get(i))) {
                return i + 1;
            }
        }
        return pairs.size() == other.pairs.size() ? 0 : common + 1;
    }
}
