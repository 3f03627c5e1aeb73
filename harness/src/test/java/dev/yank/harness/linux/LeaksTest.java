package dev.yank.harness.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.linux.guest.AgentRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class LeaksTest {

    private static final NodeProgram PROGRAM =
            new ProgramGenerator(Subjects.named("pl061"), new SplittableRandom(5)).cycle();

    @Test
    void theObjectsInUseAreReadFromTheKernelsTable() {
        assertThat(Leaks.objects("""
            slabinfo - version: 2.1
            # name            <active_objs> <num_objs> <objsize> <objperslab>
            bio-128                2     12    320   12    1 : tunables    0    0    0 : slabdata      1      1      0
            kmalloc-512          461    480    512   16    2 : tunables    0    0    0 : slabdata     30     30      0
            """)).containsExactly(Map.entry("bio-128", 2L), Map.entry("kmalloc-512", 461L));
    }

    @Test
    void whatGrowsWithEachRepetitionLeaksAndWhatGrowsOnceDoesNot() {
        List<Map<String, Long>> counts = List.of(
                Map.of("leaks", 10L, "kept", 10L, "noisy", 10L),
                Map.of("leaks", 18L, "kept", 90L, "noisy", 12L),
                Map.of("leaks", 25L, "kept", 90L, "noisy", 15L),
                Map.of("leaks", 33L, "kept", 90L, "noisy", 13L));
        assertThat(Leaks.accusations(counts, 1)).singleElement().satisfies(one -> {
            assertThat(one.rule()).isEqualTo(Leaks.RULE);
            assertThat(one.signature()).isEqualTo("R8 something leaks");
            assertThat(one.sentence()).startsWith("leaks grew by [8, 7, 8] in intervals");
        });
    }

    @Test
    void aProgramThatLeavesAnObjectBehindIsAccusedAfterItsRepetitions() {
        var objects = new AtomicLong();
        var runs = new ArrayList<NodeProgram>();
        var leaks = new Leaks(
                program -> {
                    runs.add(program);
                    objects.incrementAndGet();
                    return new Sighting(program, List.of(), List.of(), AgentRun.End.DONE, "");
                },
                () -> Map.of("kmalloc-64", objects.get(), "kmalloc-32", 7L));
        assertThat(leaks.perform(PROGRAM).accusations())
                .extracting(Accusation::sentence)
                .singleElement()
                .asString()
                .startsWith("kmalloc-64 grew by [8, 8, 8] in intervals");
        assertThat(runs).hasSizeGreaterThan(Leaks.repetitions());
    }

    @Test
    void aGuestThatHangsMeanwhileIsNotCounted() {
        var leaks = new Leaks(program -> new Sighting(program, List.of(), List.of(), AgentRun.End.STUCK, ""), () -> {
            throw new AssertionError("counted");
        });
        assertThat(leaks.perform(PROGRAM).end()).isEqualTo(AgentRun.End.STUCK);
    }

    @Test
    void aProgramForCountingTakesTheDeviceAwayOnceAndNobodyWaits() {
        assertThat(PROGRAM.processes().stream().flatMap(List::stream).map(Step::action))
                .noneMatch(Action::mayWait)
                .filteredOn(action -> action.effect() == Action.Effect.REMOVE)
                .hasSize(1);
    }
}
