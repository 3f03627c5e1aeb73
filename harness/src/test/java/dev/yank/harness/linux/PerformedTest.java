package dev.yank.harness.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.linux.guest.AgentOperation.Position;
import dev.yank.harness.linux.guest.AgentOutcome;
import dev.yank.harness.linux.guest.AgentRun;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What of a run was a matter of the kernel.
final class PerformedTest {

    private static final Subject PL061 = Subjects.named("pl061");
    private static final int EBADF = -9;
    private static final int POLLNVAL = 0x20;

    @Test
    void whatWasAskedOfAFileThatAnotherProcessHadClosedIsLeftOut() {
        assertThat(performed("chip info", EBADF)).isEmpty();
    }

    @Test
    void whoPolledWhenAnotherProcessClosedTheFileIsLeftOut() {
        assertThat(performed("chip poll-wait", POLLNVAL)).isEmpty();
    }

    @Test
    void otherAnswersAreKept() {
        assertThat(performed("chip poll-wait", 1)).hasSize(1);
        assertThat(performed("chip info", POLLNVAL)).hasSize(1);
    }

    private static List<Performed> performed(String action, int answer) {
        var program = new NodeProgram(List.of(List.of(new Step(PL061.action(action), 0, 0, Position.NONE, 0))));
        var outcome = new AgentOutcome(1_000, 2_000, answer, 0, 0);
        return Performed.of(program, PL061, new AgentRun(AgentRun.End.DONE, List.of(List.of(outcome)), 0, ""));
    }
}
