package dev.yank.harness.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.program.Program;
import dev.yank.model.spec.device.DeviceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RandomProgramsTest {

    private static final int SEEDS = 500;

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameProgram(DeviceKind kind) {
        assertThat(programs(new RandomPrograms(2, 4), kind)).isEqualTo(programs(new RandomPrograms(2, 4), kind));
    }

    @Test
    void whatWasDrawnBeforeDoesNotMatter() {
        var programs = new RandomPrograms(2, 4);
        Program first = programs.program(DeviceKind.GPIO, 17);
        programs(programs, DeviceKind.REGISTER);
        programs(programs, DeviceKind.GPIO);
        assertThat(programs.program(DeviceKind.GPIO, 17)).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void otherSeedsMostlyGiveOtherPrograms(DeviceKind kind) {
        List<Program> programs = programs(new RandomPrograms(2, 4), kind);
        assertThat(programs.stream().distinct()).hasSizeGreaterThan(SEEDS * 8 / 10);
        assertThat(programs).extracting(program -> program.processes().size()).contains(2, 3, 4);
        assertThat(programs).anyMatch(program -> program.faultAt() > 0);
    }

    @Test
    void manyThreadsDrawWhatOneDraws() throws Exception {
        var shared = new RandomPrograms(2, 4);
        List<Program> expected = programs(new RandomPrograms(2, 4), DeviceKind.GPIO);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<Program>>> drawn = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                drawn.add(threads.submit(() -> programs(shared, DeviceKind.GPIO)));
            }
            for (Future<List<Program>> one : drawn) {
                assertThat(one.get()).isEqualTo(expected);
            }
        }
    }

    private static List<Program> programs(RandomPrograms programs, DeviceKind kind) {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> programs.program(kind, seed))
                .toList();
    }
}
