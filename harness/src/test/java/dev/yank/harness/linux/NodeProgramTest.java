package dev.yank.harness.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.harness.linux.guest.AgentOperation.Moment;
import dev.yank.harness.linux.guest.AgentOperation.Position;
import dev.yank.harness.linux.guest.AgentRun;
import dev.yank.harness.linux.guest.Architecture;
import dev.yank.harness.linux.guest.Flavour;
import dev.yank.harness.linux.guest.KernelLine;
import dev.yank.harness.run.UsageException;
import dev.yank.model.rule.RuleId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NodeProgramTest {

    private static final Subject PL061 = Subjects.named("pl061");
    private static final Flavour GUEST = new Flavour(Architecture.ARM64, KernelLine.V6_1);

    @Test
    void noTwoActionsHaveTheSameName() {
        assertThat(Subjects.all())
                .allSatisfy(subject ->
                        assertThat(subject.actions().stream().map(Action::name)).doesNotHaveDuplicates());
    }

    @Test
    void aProgramComesBackFromItsToken() {
        var generator = new ProgramGenerator(PL061, new SplittableRandom(7));
        for (int i = 0; i < 50; i++) {
            NodeProgram program = generator.like(generator.fresh());
            var token = new ProgramToken(GUEST, PL061, Optional.of("R22 chip read is not woken"), program);
            assertThat(ProgramToken.parse(token.text())).isEqualTo(token);
        }
    }

    @Test
    void aDamagedTokenIsRefusedInOneSentence() {
        String token = new ProgramToken(
                        GUEST, PL061, Optional.empty(), new ProgramGenerator(PL061, new SplittableRandom(7)).fresh())
                .text();
        for (String damaged : List.of(token.substring(0, token.length() - 9), "l1.", "l1.arm64-6.1.pl061.AAAA")) {
            assertThatThrownBy(() -> ProgramToken.parse(damaged))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("copy the whole last line");
        }
    }

    /// Positions point backwards in the order in which steps were drawn, so that nobody waits for himself.
    @Test
    void everyDrawnProgramCanComeToItsEnd() {
        for (Subject subject : Subjects.all()) {
            var generator = new ProgramGenerator(subject, new SplittableRandom(11));
            for (int i = 0; i < 300; i++) {
                assertThat(comesToItsEnd(generator.fresh())).as(subject.name()).isTrue();
            }
        }
    }

    @Test
    void whatIsKnownToHangIsDrawnRarely() {
        var generator = new ProgramGenerator(PL061, new SplittableRandom(14));
        int before = noisy(generator, Set.of("chip read", "line read"));
        assertThat(before).isGreaterThan(100);
        generator.quieten("R22 chip read is not woken", Set.of("chip read"));
        generator.quieten("R22 line read is not woken", Set.of("line read"));
        assertThat(noisy(generator, Set.of("chip read", "line read"))).isBetween(1, before / 8);
        generator.quieten("R22 chip read is not woken", Set.of());
        assertThat(noisy(generator, Set.of("chip read"))).isGreaterThan(80);
    }

    private static int noisy(ProgramGenerator generator, Set<String> kinds) {
        return (int) IntStream.range(0, 300)
                .filter(_ -> generator.fresh().processes().stream()
                        .flatMap(List::stream)
                        .anyMatch(step -> kinds.contains(step.action().name())))
                .count();
    }

    @Test
    void whatIsCutOutOfAProgramLeavesOneThatComesToItsEnd() {
        var generator = new ProgramGenerator(PL061, new SplittableRandom(12));
        for (int i = 0; i < 20; i++) {
            NodeProgram program = generator.fresh();
            assertThat(NodeShrinker.candidates(program))
                    .isNotEmpty()
                    .allSatisfy(
                            candidate -> assertThat(comesToItsEnd(candidate)).isTrue());
        }
    }

    @Test
    void whoeverWaitedForAStepThatIsCutOutWaitsForTheOneBefore() {
        Action info = PL061.action("chip info");
        var program = new NodeProgram(List.of(
                List.of(
                        new Step(info, 0, 0, Position.NONE, 0),
                        new Step(info, 0, 0, Position.NONE, 0),
                        new Step(info, 0, 0, Position.NONE, 0)),
                List.of(
                        new Step(info, 0, 0, new Position(0, 1, Moment.COMPLETED), 5),
                        new Step(info, 0, 0, new Position(0, 2, Moment.INVOKED), 0))));
        assertThat(program.without(0, 1).processes().get(1))
                .extracting(Step::after)
                .containsExactly(new Position(0, 0, Moment.COMPLETED), new Position(0, 1, Moment.INVOKED));
        assertThat(program.without(0, 0)
                        .without(0, 0)
                        .processes()
                        .get(1)
                        .getFirst()
                        .after())
                .isEqualTo(Position.NONE);
    }

    @Test
    void aPinnedProgramAsksForTheOrderThatWasSeen() {
        var run = new Runs()
                .did(0, "open chip", 0, 0, 0, 10, 0)
                .hung(0, "chip read", 0, 20, 5000, -4)
                .hung(1, "unbind", 0, 1000, 5100, 0);
        var program = new NodeProgram(List.of(List.of(), List.of()));
        NodeProgram pinned = Pinning.pinned(new Sighting(program, run.history(), List.of(), AgentRun.End.DONE, ""));
        assertThat(pinned.processes().get(1).getFirst().after()).isEqualTo(new Position(0, 1, Moment.INVOKED));
        assertThat(pinned.processes().get(1).getFirst().delayMicroseconds()).isGreaterThan(1000);
    }

    @Test
    void ofAProgramInWhoseCloseTheKernelFailedTheFileAndOneRemovalComeFirst() {
        var run = new Runs("nvme")
                .did(0, "open controller", 0, 1, 0, 10, 0)
                .did(0, "open namespace", 0, 2, 20, 30, 0)
                .did(0, "namespace flush", 2, 0, 40, 50, 0)
                .did(1, "unbind", 0, 0, 60, 70, 0)
                .did(1, "bind", 0, 0, 80, 90, 0)
                .pending(NodeProgram.CLEANER, "namespace close", 2, 100);
        Step flush = new Step(Subjects.named("nvme").action("namespace flush"), 2, 0, Position.NONE, 0);
        var program = new NodeProgram(List.of(List.of(flush, flush, flush, flush, flush), List.of()));
        NodeProgram first = Slices.of(new Sighting(program, run.history(), List.of(), AgentRun.End.STUCK, ""), "R39 x")
                .getFirst();
        assertThat(first.processes().stream()
                        .flatMap(List::stream)
                        .map(step -> step.action().name()))
                .containsExactly("open namespace", "unbind");
    }

    @Test
    void aShrunkProgramShowsTheBugAndNoStepOfItIsNeedless() {
        var generator = new ProgramGenerator(PL061, new SplittableRandom(13));
        var shrinker = new NodeShrinker(NodeProgramTest::performed, () -> false);
        NodeProgram whole = generator.fresh();
        Sighting smallest = shrinker.shrink(performed(whole), "R29 fake");
        assertThat(smallest.program().size()).isEqualTo(2);
        assertThat(smallest.shows("R29 fake")).isTrue();
    }

    /// Pretends that a program which opens and unbinds shows a bug.
    private static Sighting performed(NodeProgram program) {
        var names = new TreeSet<String>();
        program.processes()
                .forEach(steps -> steps.forEach(step -> names.add(step.action().name())));
        List<Accusation> accusations = names.contains("open chip") && names.contains("unbind")
                ? List.of(new Accusation(RuleId.parse("R29"), "R29 fake", "It hangs.", List.of(), List.of()))
                : List.of();
        return new Sighting(program, List.of(), accusations, AgentRun.End.DONE, "");
    }

    private static boolean comesToItsEnd(NodeProgram program) {
        int[] done = new int[program.processes().size()];
        boolean[] moved = {true};
        while (moved[0]) {
            moved[0] = false;
            for (int p = 0; p < done.length; p++) {
                while (done[p] < program.processes().get(p).size() && isDue(program, done, p)) {
                    done[p]++;
                    moved[0] = true;
                }
            }
        }
        for (int p = 0; p < done.length; p++) {
            if (done[p] < program.processes().get(p).size()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDue(NodeProgram program, int[] done, int process) {
        Position after = program.processes().get(process).get(done[process]).after();
        return after.process() < 0 || done[after.process()] > after.index();
    }
}
