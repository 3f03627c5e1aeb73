package dev.yank.harness.linux;

import dev.yank.harness.linux.guest.AgentRun;
import java.util.ArrayList;
import java.util.List;

/// Judges one run of a program by all that is known of it: its history, and what the kernel wrote meanwhile.
final class RunJudge {

    private RunJudge() {}

    /// The rules that it broke, the likeliest cause first.
    ///
    /// Of a guest that went away nothing is said but what it wrote and answered: what was in flight did not hang.
    static List<Accusation> judge(List<Performed> history, AgentRun.End end, String stacks, String kernelLog) {
        List<Accusation> ofHistory = end == AgentRun.End.GONE
                ? NodeJudge.answersOnly(history)
                : NodeJudge.judge(history, stacks.lines().toList());
        return together(KernelLog.judge(kernelLog), ofHistory);
    }

    /// What hangs after an oops hangs because of it, and a task is reported as hung because removal hangs.
    static List<Accusation> together(List<Accusation> ofLog, List<Accusation> ofHistory) {
        if (!ofLog.stream().allMatch(KernelLog::isWarning)) {
            boolean isConsequence =
                    ofLog.stream().allMatch(one -> one.rule().text().equals("R29")) && !ofHistory.isEmpty();
            return isConsequence ? ofHistory : List.of(ofLog.getLast());
        }
        List<Accusation> all = new ArrayList<>(ofLog);
        all.addAll(ofHistory);
        return all;
    }
}
