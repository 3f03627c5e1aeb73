package dev.yank.reports.timeline;

import dev.yank.harness.run.Counterexample;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import dev.yank.reports.text.EventWords;
import dev.yank.reports.text.PlainText;
import dev.yank.reports.text.TaskNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a trace for what begins and ends in it.
final class Spans {

    /// What a span is recognised by when it ends; one without a task may be ended by any.
    private record Key(String kind, int object, int task) {}

    private static final int ANYBODY = -1;

    private final Counterexample counterexample;
    private final Lanes lanes;
    private final EventWords words;
    private final Map<Key, Deque<Span>> open = new HashMap<>();
    private final List<Span> spans = new ArrayList<>();

    Spans(Counterexample counterexample, Lanes lanes) {
        this.counterexample = counterexample;
        this.lanes = lanes;
        this.words = new EventWords(counterexample);
    }

    /// An operation; it never ends where it has no answer.
    void operation(int task, int from, @Nullable Integer to, String asked, @Nullable String answer) {
        spans.add(new Span("operation", lanes.task(task), task, from, to, asked, answer));
    }

    /// The next event of the trace, which is step `at` of the page.
    void event(int at, KernelEvent event) {
        if (event.kind() != EventKind.STUCK && event.kind() != EventKind.SETTLED) {
            end(new Key("blocked", 0, event.task()), at);
        }
        switch (event.kind()) {
            case PROBE_ENTER,
                    PROBE_EXIT,
                    REMOVE_ENTER,
                    REMOVE_EXIT,
                    UNBOUND,
                    GONE,
                    OPERATION_ENTER,
                    OPERATION_EXIT,
                    ASYNC_ENTER,
                    ASYNC_EXIT,
                    ACTION_BEGIN,
                    ACTION_END,
                    MODULE_EXIT -> callback(at, event);
            case LOCK, UNLOCK, GUARD_ENTER, GUARD_EXIT, DRAIN_BEGIN, DRAIN_END -> guard(at, event);
            case BORROW, BORROW_END, DROP_BEGIN, DROP_END -> owned(at, event);
            case BLOCK -> begin(at, event, "blocked", lanes.task(event.task()), PlainText.line(event.note()));
            case ARM, DISARM -> armed(at, event);
            default -> object(at, event);
        }
    }

    private void callback(int at, KernelEvent event) {
        switch (event.kind()) {
            case PROBE_ENTER -> {
                device(at, event, "probing");
                enter(at, event, "probe");
            }
            case PROBE_EXIT -> {
                device(at, event, event.detail() == 0 ? "bound" : "not bound");
                leave(at, event);
            }
            case REMOVE_ENTER -> {
                device(at, event, "removing");
                enter(at, event, "remove");
            }
            case REMOVE_EXIT -> {
                device(at, event, "releasing devres");
                leave(at, event);
            }
            case UNBOUND -> device(at, event, "gone");
            case GONE -> begin(at, event, "pulled", lanes.device(event.object()), "pulled out");
            case ASYNC_ENTER -> {
                end(new Key("armed", event.object(), ANYBODY), at);
                enter(at, event, PlainText.line(event.note()));
            }
            case OPERATION_ENTER -> enter(at, event, PlainText.line(event.note()));
            case ACTION_BEGIN -> {
                end(new Key("held", event.object(), ANYBODY), at);
                enter(at, event, PlainText.line(event.note()));
            }
            case MODULE_EXIT -> enter(at, event, "exit");
            default -> leave(at, event);
        }
    }

    private void enter(int at, KernelEvent event, String name) {
        begin(at, event, "callback", lanes.task(event.task()), name);
    }

    private void leave(int at, KernelEvent event) {
        end(new Key("callback", event.object(), event.task()), at);
    }

    private void device(int at, KernelEvent event, String state) {
        var key = new Key("device", event.object(), ANYBODY);
        end(key, at);
        begin(at, event, key, lanes.device(event.object()), state);
    }

    private void guard(int at, KernelEvent event) {
        int object = event.object();
        int task = event.task();
        String lane = lanes.guard(object);
        String who = TaskNames.of(counterexample, task);
        switch (event.kind()) {
            case LOCK -> begin(at, event, "lock", lane, who);
            case UNLOCK -> end(new Key("lock", object, task), at);
            case GUARD_ENTER -> begin(at, event, "section", lane, who);
            case GUARD_EXIT -> end(new Key("section", object, task), at);
            case DRAIN_BEGIN -> begin(at, event, "drain", lane, who + " waits");
            default -> end(new Key("drain", object, task), at);
        }
    }

    /// Who borrows what is in foreign hands, and who drops what was withdrawn.
    private void owned(int at, KernelEvent event) {
        String lane = lanes.guard(event.object());
        String who = TaskNames.of(counterexample, event.task());
        switch (event.kind()) {
            case BORROW -> begin(at, event, "borrow", lane, who);
            case BORROW_END -> end(new Key("borrow", event.object(), event.task()), at);
            case DROP_BEGIN -> begin(at, event, "dropping", lane, who);
            default -> end(new Key("dropping", event.object(), event.task()), at);
        }
    }

    private void armed(int at, KernelEvent event) {
        var key = new Key("armed", event.object(), ANYBODY);
        end(key, at);
        if (event.kind() == EventKind.ARM) {
            begin(at, event, key, lanes.object(event.object()), "armed");
        }
    }

    private void object(int at, KernelEvent event) {
        var alive = new Key("alive", event.object(), ANYBODY);
        var held = new Key("held", event.object(), ANYBODY);
        switch (event.kind()) {
            case ALLOC -> begin(at, event, alive, lanes.object(event.object()), words.object(event.object()));
            case FREE -> end(alive, at);
            case ACQUIRE -> begin(at, event, held, lanes.object(event.object()), PlainText.line(event.note()));
            case SCOPE_GUARDED -> begin(at, event, held, lanes.object(event.object()), "armed");
            case RELEASE, SCOPE_DISMISSED -> end(held, at);
            case FILE_OPENED -> begin(at, event, alive, lanes.object(event.object()), "open");
            case FILE_LAST_PUT -> end(alive, at);
            default -> {}
        }
    }

    private void begin(int at, KernelEvent event, String kind, String lane, String text) {
        int object = kind.equals("blocked") ? 0 : event.object();
        begin(at, event, new Key(kind, object, event.task()), lane, text);
    }

    private void begin(int at, KernelEvent event, Key key, String lane, String text) {
        open.computeIfAbsent(key, _ -> new ArrayDeque<>())
                .push(new Span(key.kind, lane, event.task(), at, null, text, null));
    }

    /// Ends the span of that key that began last. There may be none: the event may be the one that is
    /// wrong.
    private void end(Key key, int at) {
        Deque<Span> begun = open.get(key);
        if (begun != null && !begun.isEmpty()) {
            Span span = begun.pop();
            spans.add(new Span(span.kind(), span.lane(), span.task(), span.from(), at, span.words(), span.answer()));
        }
    }

    /// All spans in the order of their beginnings.
    List<Span> all() {
        List<Span> all = new ArrayList<>(spans);
        open.values().forEach(all::addAll);
        all.sort(Comparator.comparingInt(Span::from).thenComparing(Span::lane).thenComparing(Span::kind));
        return all;
    }
}
