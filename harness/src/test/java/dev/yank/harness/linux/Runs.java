package dev.yank.harness.linux;

import dev.yank.harness.linux.guest.AgentOperation.Position;
import dev.yank.harness.linux.guest.AgentOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Histories written by hand, in microseconds, for tests of judges.
final class Runs {

    private final Subject subject;
    private final List<Performed> history = new ArrayList<>();

    Runs() {
        this("pl061");
    }

    Runs(String subject) {
        this.subject = Subjects.named(subject);
    }

    /// An operation that was answered in time.
    Runs did(int process, String action, int handle, int made, long from, long to, long answer) {
        return add(process, action, handle, made, new AgentOutcome(from * 1000, to * 1000, answer, 0, 0));
    }

    /// An operation that only a signal ended.
    Runs hung(int process, String action, int handle, long from, long to, long answer) {
        return add(process, action, handle, 0, new AgentOutcome(from * 1000, to * 1000, answer, 2, 0));
    }

    /// An operation that answered bytes of freed memory.
    Runs poisoned(int process, String action, int handle, long from, long to, long answer) {
        return add(process, action, handle, 0, new AgentOutcome(from * 1000, to * 1000, answer, 4, 0x6b6b6b6b));
    }

    /// An operation that was never answered.
    Runs pending(int process, String action, int handle, long from) {
        return add(process, action, handle, 0, new AgentOutcome(from * 1000, 0, 0, 0, 0));
    }

    private Runs add(int process, String action, int handle, int made, AgentOutcome outcome) {
        int index =
                (int) history.stream().filter(one -> one.process() == process).count();
        var step = new Step(subject.action(action), handle, made, Position.NONE, 0);
        history.add(new Performed(process, index, step, outcome));
        return this;
    }

    List<Performed> history() {
        return history.stream()
                .sorted(Comparator.comparingLong(Performed::invoked))
                .toList();
    }

    /// What is said of it: the rules, in order.
    List<String> rules() {
        return NodeJudge.judge(history(), List.of()).stream()
                .map(one -> one.rule().text())
                .toList();
    }
}
