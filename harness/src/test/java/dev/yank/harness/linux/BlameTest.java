package dev.yank.harness.linux;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.linux.guest.AgentRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What is blamed for bugs whose causes are known here.
final class BlameTest {

    private static final List<String> ACTIONS = List.of(
            "chip line-info",
            "chip watch",
            "chip poll",
            "chip take-low 0",
            "chip take-edges 0",
            "chip v1-take-events 0");

    private final Blame blame = new Blame();

    private void ran(boolean shows, List<String> actions) {
        var runs = new Runs().did(0, "open chip", 0, 1, 0, 10, 0);
        @Var int time = 20;
        for (String action : actions) {
            runs.did(0, action, 1, time, time, time + 10, 0);
            time += 20;
        }
        List<Accusation> accusations = shows ? KernelLog.judge("Oops: in f\npc : f+0x1/0x2\n") : List.of();
        blame.count(new Sighting(new NodeProgram(List.of()), runs.history(), accusations, AgentRun.End.DONE, ""));
    }

    private String bug() {
        return KernelLog.judge("Oops: in f\npc : f+0x1/0x2\n").getFirst().signature();
    }

    /// Programs that have each action by chance, half of them or a fifth, and show the bug if they have one of some.
    private void runMany(int programs, Set<String> causes) {
        var random = new SplittableRandom(1);
        for (int i = 0; i < programs; i++) {
            List<String> actions = new ArrayList<>();
            for (String action : ACTIONS) {
                if (random.nextInt(action.contains("take") ? 5 : 2) == 0) {
                    actions.add(action);
                }
            }
            ran(actions.stream().anyMatch(causes::contains), actions);
        }
    }

    @Test
    void aCauseIsToldFromWhatIsRarer() {
        runMany(40, Set.of("chip watch"));
        assertThat(blame.shown(bug())).isGreaterThan(10);
        assertThat(blame.blamed(bug(), Set.of())).containsExactly("chip watch");
    }

    @Test
    void ofTwoCausesBothAreBlamed() {
        runMany(40, Set.of("chip take-edges 0", "chip v1-take-events 0"));
        assertThat(blame.blamed(bug(), Set.of())).containsExactly("chip take-edges", "chip v1-take-events");
    }

    @Test
    void whatASmallProgramShowsIsBlamedBeforeOthers() {
        ran(false, List.of());
        ran(true, List.of("chip poll", "chip watch"));
        assertThat(blame.blamed(bug(), Set.of("chip watch"))).containsExactly("chip watch");
        assertThat(blame.blamed(bug(), Set.of("chip poll"))).containsExactly("chip poll");
    }

    @Test
    void whatHasNothingToDoWithAnyKindIsBlamedOnNone() {
        var random = new SplittableRandom(2);
        for (int i = 0; i < 60; i++) {
            ran(
                    random.nextBoolean(),
                    ACTIONS.stream().filter(_ -> random.nextBoolean()).toList());
        }
        assertThat(blame.blamed(bug(), Set.of())).isEmpty();
    }

    @Test
    void whatIsInEveryProgramIsNotBlamed() {
        ran(true, List.of());
        ran(true, List.of());
        assertThat(blame.blamed(bug(), Set.of("open chip"))).isEmpty();
        assertThat(blame.blamed("R1 never seen", Set.of())).isEmpty();
    }
}
