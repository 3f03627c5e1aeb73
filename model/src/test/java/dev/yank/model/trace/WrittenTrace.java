package dev.yank.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.model.rule.Finding;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.RuleId;
import java.util.ArrayList;
import java.util.List;

/// A trace written by hand, event by event. Task 0 probes and removes, other tasks do as they are told.
final class WrittenTrace {

    /// The device that everything is about, unless another is said.
    static final int DEVICE = 1;

    private final List<KernelEvent> events = new ArrayList<>();

    @Var
    private Policy policy = Policy.parse("P1=ENODEV P2=HUP|ERR P3=calls-in-flight");

    WrittenTrace event(EventKind kind, int task, int object, int detail) {
        events.add(new KernelEvent(events.size() + 1, kind, task, object, detail, "something"));
        return this;
    }

    WrittenTrace event(EventKind kind, int task, int object) {
        return event(kind, task, object, 0);
    }

    /// A resource is given back.
    WrittenTrace releases(int object, String what) {
        events.add(new KernelEvent(events.size() + 1, EventKind.RELEASE, 0, object, 0, what));
        return this;
    }

    WrittenTrace under(String text) {
        policy = Policy.parse(text);
        return this;
    }

    WrittenTrace probe() {
        return event(EventKind.PROBE_ENTER, 0, DEVICE);
    }

    WrittenTrace probed() {
        return event(EventKind.PROBE_EXIT, 0, DEVICE);
    }

    WrittenTrace failedProbe() {
        return event(EventKind.PROBE_UNWOUND, 0, DEVICE).event(EventKind.PROBE_EXIT, 0, DEVICE, -12);
    }

    WrittenTrace remove() {
        return event(EventKind.REMOVE_ENTER, 0, DEVICE);
    }

    WrittenTrace unbound() {
        return event(EventKind.REMOVE_EXIT, 0, DEVICE).event(EventKind.UNBOUND, 0, DEVICE);
    }

    WrittenTrace opened(int file) {
        return event(EventKind.FILE_OPENED, 1, file, DEVICE);
    }

    WrittenTrace entered(EntryPoint entryPoint, int task, int file) {
        return event(EventKind.OPERATION_ENTER, task, file, entryPoint.ordinal());
    }

    WrittenTrace left(int task, int file, int result) {
        return event(EventKind.OPERATION_EXIT, task, file, result);
    }

    WrittenTrace end() {
        return event(EventKind.END, 0, 0);
    }

    private List<Finding> findings() {
        return TraceJudge.judge(policy, events, new TraceNames() {
            @Override
            public String object(int object) {
                return "object " + object;
            }

            @Override
            public String task(int task) {
                return "task " + task;
            }
        });
    }

    /// Nothing is found.
    void isClean() {
        assertThat(findings()).isEmpty();
    }

    /// The first finding names this rule, and says this.
    void breaks(String rule, String words) {
        assertThat(findings()).isNotEmpty();
        Finding first = findings().getFirst();
        assertThat(first.rule().text()).as(first.sentence()).isEqualTo(rule);
        assertThat(first.sentence()).contains(words);
    }

    /// The rules that the trace gave something to judge.
    List<String> witnesses(List<String> asked) {
        var judge = new TraceJudge(policy);
        events.forEach(event ->
                judge.event(event.step(), event.kind(), event.task(), event.object(), event.detail(), event.note()));
        return asked.stream()
                .filter(rule -> (judge.witnessed() & RuleId.parse(rule).bit()) != 0)
                .toList();
    }
}
