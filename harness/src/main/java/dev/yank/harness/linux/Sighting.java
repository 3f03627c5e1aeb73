package dev.yank.harness.linux;

import dev.yank.harness.linux.guest.AgentRun;
import java.util.List;

/// One run of a program, judged.
///
/// @param program what was performed
/// @param history what of it reached the kernel
/// @param accusations which rules it broke
/// @param end how it ended
/// @param kernelLog what the kernel wrote meanwhile
public record Sighting(
        NodeProgram program,
        List<Performed> history,
        List<Accusation> accusations,
        AgentRun.End end,
        String kernelLog) {

    /// Copies the lists.
    public Sighting(
            NodeProgram program,
            List<Performed> history,
            List<Accusation> accusations,
            AgentRun.End end,
            String kernelLog) {
        this.program = program;
        this.history = List.copyOf(history);
        this.accusations = List.copyOf(accusations);
        this.end = end;
        this.kernelLog = kernelLog;
    }

    /// Judges one run of a program by all that is known of it.
    static Sighting of(NodeProgram program, Subject subject, AgentRun run, String kernelLog) {
        List<Performed> history = Performed.of(program, subject, run);
        return new Sighting(
                program, history, RunJudge.judge(history, run.end(), run.text(), kernelLog), run.end(), kernelLog);
    }

    /// Whether it left a guest in which something hangs, or none.
    boolean isLost() {
        return end == AgentRun.End.STUCK || end == AgentRun.End.GONE;
    }

    boolean shows(String signature) {
        return accusations.stream().anyMatch(one -> one.signature().equals(signature));
    }
}
