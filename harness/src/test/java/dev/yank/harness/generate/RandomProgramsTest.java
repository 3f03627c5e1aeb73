package dev.yank.harness.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.program.Program;
import dev.yank.harness.program.Shape;
import dev.yank.harness.program.Shape.Feature;
import dev.yank.model.spec.device.DeviceKind;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Access;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Suspend;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.Removal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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

    /// What the shape does not have does not occur, and what it has occurs in some program.
    @ParameterizedTest
    @EnumSource
    void aProgramHasTheShapeThatWasDrawnBeforeIt(DeviceKind kind) {
        var programs = new RandomPrograms(2, 4);
        Set<String> occurred = new TreeSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            Shape shape = programs.shape(kind, seed);
            Program program = programs.program(kind, seed);
            assertThat(program.processes()).hasSize(shape.processes());
            assertThat(program.processes())
                    .allSatisfy(process -> assertThat(process).hasSizeLessThanOrEqualTo(Math.max(7, shape.longest())));
            List<DeviceOperation> all = Stream.concat(
                            program.setUp().stream(),
                            program.processes().stream().flatMap(List::stream))
                    .toList();
            assertThat(all.stream().filter(Access.class::isInstance).map(DeviceOperation::f))
                    .isSubsetOf(shape.operations());
            all.forEach(operation -> occurred.add(operation.f()));
            assertThat(shape.has(Feature.SURPRISE) || !all.contains(new Unplug(0, Removal.SURPRISE)))
                    .isTrue();
            assertThat(shape.has(Feature.POWER) || !all.contains(new Suspend(0)))
                    .isTrue();
            assertThat(shape.has(Feature.PINS) || all.stream().noneMatch(DrivePin.class::isInstance))
                    .isTrue();
            long probes = all.stream().filter(Probe.class::isInstance).count();
            assertThat(shape.has(Feature.REPLUG) || probes == 1).isTrue();
            assertThat(shape.has(Feature.SHARED_FILE)
                            || kind == DeviceKind.OBJECT
                            || program.setUp().size() <= 1)
                    .isTrue();
            assertThat(shape.has(Feature.FAULTS) || program.faultAt() == 0).isTrue();
        }
        assertThat(occurred).containsAll(RandomShape.operations(kind)).contains("unplug", "close");
        assertThat(occurred.contains("suspend")).isEqualTo(hasA(kind, Feature.POWER));
    }

    @ParameterizedTest
    @EnumSource
    void shapesLeaveOutEachThingAndHaveEachThing(DeviceKind kind) {
        var programs = new RandomPrograms(2, 4);
        List<Shape> shapes = LongStream.range(0, SEEDS)
                .mapToObj(seed -> programs.shape(kind, seed))
                .toList();
        for (String operation : RandomShape.operations(kind)) {
            assertThat(shapes).anyMatch(shape -> shape.operations().contains(operation));
            assertThat(shapes).anyMatch(shape -> !shape.operations().contains(operation));
        }
        for (Feature feature : Feature.values()) {
            assertThat(shapes.stream().anyMatch(shape -> shape.has(feature))).isEqualTo(hasA(kind, feature));
            assertThat(shapes).anyMatch(shape -> !shape.has(feature));
        }
        assertThat(shapes.stream().map(Shape::words).distinct()).hasSizeGreaterThan(100);
    }

    /// A counted object without a device has neither power nor files; lines to drive are pins and fingers.
    private static boolean hasA(DeviceKind kind, Feature feature) {
        return switch (feature) {
            case POWER, SHARED_FILE -> kind != DeviceKind.OBJECT;
            case PINS -> kind == DeviceKind.GPIO || kind == DeviceKind.EVENTS;
            case SURPRISE, REPLUG, FAULTS -> true;
        };
    }

    @Test
    void aShapeIsSaidInWords() {
        assertThat(new Shape(3, 4, List.of("read", "poll"), Set.of(Feature.REPLUG, Feature.SURPRISE)).words())
                .isEqualTo("3 processes of up to 4 operations; open, read, poll and close; surprise removal; replug");
        assertThat(new Shape(1, 3, List.of("read"), Set.of()).words())
                .isEqualTo("1 process of up to 3 operations; open, read and close");
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
