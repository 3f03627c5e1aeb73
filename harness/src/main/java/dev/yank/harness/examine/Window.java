package dev.yank.harness.examine;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The operations of a part that are shown. An operation is known by its process and its invocation, for
/// what completes after a failure is in flight in the explanation of it.
final class Window<O, R> {

    private record Id(int process, int invoked) {}

    private final List<Entry<O, R>> shown = new ArrayList<>();
    private final Map<Id, Integer> places = new HashMap<>(); // looked up only
    private final int after;

    /// @param entries all, in the order of their invocations
    /// @param fixed those that are left out because their order is chosen already
    /// @param end what is invoked later is left out
    Window(List<Entry<O, R>> entries, List<Entry<O, R>> fixed, int end) {
        Set<Id> before = new HashSet<>();
        fixed.forEach(entry -> before.add(id(entry)));
        @Var int later = 0;
        for (Entry<O, R> entry : entries) {
            if (entry.invoked() > end) {
                later++;
            } else if (!before.contains(id(entry))) {
                places.put(id(entry), shown.size());
                shown.add(entry);
            }
        }
        this.after = later;
    }

    private static Id id(Entry<?, ?> entry) {
        return new Id(entry.process(), entry.invoked());
    }

    List<Entry<O, R>> shown() {
        return shown;
    }

    /// How many operations were left out because they come later.
    int after() {
        return after;
    }

    /// The place of an operation among those shown, or -1.
    int place(Entry<O, R> entry) {
        return places.getOrDefault(id(entry), -1);
    }
}
