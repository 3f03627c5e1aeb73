package dev.yank.harness.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.spec.device.DeviceKind;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EveryProgramTest {

    /// A process opens and does one of 8 things: 8·9/2 pairs of processes that are alike or not.
    @Test
    void twoProcessesOfTwoOperationsMakeThirtySixPrograms() {
        List<String> programs = EveryProgram.of(DeviceKind.GPIO, 2, 2).stream()
                .map(EveryProgram::text)
                .toList();
        assertThat(new LinkedHashSet<>(programs)).hasSize(36).hasSameSizeAs(programs);
        assertThat(programs)
                .startsWith("open get-line / open get-line / unplug", "open get-line / open set-line / unplug")
                .endsWith("open close / open close / unplug");
    }

    /// With the edu device 6 things: 6 of one process. After a close nothing comes: 5·6 + 1 of three operations.
    @Test
    void nothingComesAfterAClose() {
        assertThat(EveryProgram.of(DeviceKind.REGISTER, 1, 1)).hasSize(1);
        assertThat(EveryProgram.of(DeviceKind.REGISTER, 1, 2)).hasSize(6);
        assertThat(EveryProgram.of(DeviceKind.REGISTER, 1, 3)).hasSize(5 * 6 + 1);
        assertThat(EveryProgram.of(DeviceKind.REGISTER, 0, 3)).hasSize(1);
    }

    @Test
    void whatIsWrittenIsRead() {
        for (DeviceKind kind : DeviceKind.values()) {
            for (Program program : EveryProgram.of(kind, 2, 2)) {
                assertThat(EveryProgram.parse(kind, EveryProgram.text(program))).isEqualTo(program);
            }
        }
        Program program = EveryProgram.parse(DeviceKind.GPIO, "open  wait-event/surprise probe");
        assertThat(EveryProgram.text(program)).isEqualTo("open wait-event / surprise probe");
    }
}
