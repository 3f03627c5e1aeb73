package dev.yank.harness.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.program.Program;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.Explorer;
import dev.yank.harness.schedule.Replay;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.sim.Backdrop.Place;
import dev.yank.harness.sim.Backdrop.Registers;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.harness.sim.hardware.RegisterValue;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackdropTest {

    private static final Program PROGRAM =
            new Program(List.of(new Probe(0)), List.of(List.of(new Open(new Handle(0, 0)), new DrivePin(0, 3, 1))), 0);

    @Test
    void anEventLeadsToTheLineOfTheDriver() {
        Outcome outcome = run(Tracing.KEEP_WITH_BACKDROP);
        KernelEvent allocation = outcome.trace().stream()
                .filter(event -> event.kind() == EventKind.ALLOC)
                .findFirst()
                .orElseThrow();
        Place place = outcome.backdrop().places().get(allocation.step() - 1).orElseThrow();
        assertThat(place.className()).isEqualTo("dev.yank.testdriver.QuietChip");
        assertThat(place.text()).matches("probe \\(QuietChip\\.java:[1-9][0-9]*\\)");
    }

    @Test
    void aLambdaIsNamedAfterTheMethodThatItIsWrittenIn() {
        Outcome outcome = run(Tracing.KEEP_WITH_BACKDROP);
        KernelEvent free = outcome.trace().stream()
                .filter(event -> event.kind() == EventKind.FREE)
                .findFirst()
                .orElseThrow();
        assertThat(outcome.backdrop().places().get(free.step() - 1).map(Place::method))
                .contains("put");
    }

    @Test
    void whatTheKernelDoesByItselfLeadsToNoDriver() {
        Outcome outcome = run(Tracing.KEEP_WITH_BACKDROP);
        assertThat(outcome.backdrop().places()).hasSameSizeAs(outcome.trace());
        for (KernelEvent event : outcome.trace()) {
            Optional<Place> place = outcome.backdrop().places().get(event.step() - 1);
            if (event.kind() == EventKind.PROBE_ENTER
                    || event.kind() == EventKind.UNBOUND
                    || event.kind() == EventKind.END) {
                assertThat(place).as(event.toString()).isEmpty();
            }
        }
    }

    @Test
    void registersAreKeptWheneverTheyChanged() {
        List<Registers> registers = run(Tracing.KEEP_WITH_BACKDROP).backdrop().registers();
        assertThat(registers).extracting(Registers::afterEvent).isSorted().startsWith(0);
        assertThat(registers).extracting(held -> value(held, "GPIODATA")).containsExactly(0L, 8L);
        for (int i = 1; i < registers.size(); i++) {
            assertThat(registers.get(i).values())
                    .isNotEqualTo(registers.get(i - 1).values());
        }
    }

    @Test
    void theTraceIsTheSameWithOrWithoutIt() {
        assertThat(run(Tracing.KEEP_WITH_BACKDROP).trace())
                .isEqualTo(run(Tracing.KEEP).trace());
        assertThat(run(Tracing.KEEP).backdrop()).isEqualTo(Backdrop.NONE);
    }

    private static long value(Registers held, String name) {
        return held.values().stream()
                .filter(register -> register.name().equals(name))
                .mapToLong(RegisterValue::value)
                .findFirst()
                .orElse(-1);
    }

    private static Outcome run(Tracing tracing) {
        var explorer = new Explorer(DriverCatalog.ofProject().find("test-quiet", List.of()));
        return explorer.run(PROGRAM, new Replay(Schedule.ORDINARY), 0, tracing).outcome();
    }
}
