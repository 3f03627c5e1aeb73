package dev.yank.model.trace;

import com.google.errorprone.annotations.Var;
import dev.yank.model.rule.Finding;
import dev.yank.model.rule.Policy;
import java.util.ArrayList;
import java.util.List;

/// A trace that a test tells event by event, and what the judges find in it. Tasks are called `task 0`, `task
/// 1` and so on, objects `A`, `B` and so on from number 1.
final class Told {

    private static final TraceNames NAMES = new TraceNames() {
        @Override
        public String object(int object) {
            return Character.toString('@' + object);
        }

        @Override
        public String task(int task) {
            return "task " + task;
        }
    };

    private final List<KernelEvent> events = new ArrayList<>();

    @Var
    private int acting;

    /// The following events are those of `task`.
    Told by(int task) {
        acting = task;
        return this;
    }

    Told does(EventKind kind, int object) {
        return does(kind, object, 0, "");
    }

    Told does(EventKind kind, int object, int detail, String note) {
        events.add(new KernelEvent(events.size() + 1, kind, acting, object, detail, note));
        return this;
    }

    /// An access to place number `place`, called `x` with that number.
    Told access(EventKind kind, int place) {
        return does(kind, 0, place, "x" + place);
    }

    /// What is found, as `rule: sentence`.
    List<String> found() {
        return TraceJudge.judge(Policy.DEFAULT, events, NAMES).stream()
                .map(Told::words)
                .toList();
    }

    private static String words(Finding finding) {
        return finding.rule() + ": " + finding.sentence();
    }
}
