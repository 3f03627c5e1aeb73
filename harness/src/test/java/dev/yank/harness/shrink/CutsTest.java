package dev.yank.harness.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.program.Program;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.Removal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CutsTest {

    private static final Handle HANDLE = new Handle(0, 1);
    private static final DeviceOperation PROBE = new Probe(0);
    private static final DeviceOperation OPEN = new Open(HANDLE);
    private static final DeviceOperation POLL = new Poll(HANDLE);
    private static final DeviceOperation CLOSE = new Close(HANDLE);
    private static final DeviceOperation UNPLUG = new Unplug(0, Removal.ORDERLY);
    private static final DeviceOperation SURPRISE = new Unplug(0, Removal.SURPRISE);

    @Test
    void everyCutOfASmallProgramIsThereTheBiggestFirst() {
        List<DeviceOperation> user = List.of(OPEN, POLL, CLOSE);
        Program program = program(4, List.of(PROBE), user, List.of(SURPRISE));
        assertThat(Cuts.of(program))
                .containsExactly(
                        program(0, List.of(PROBE), user, List.of(SURPRISE)),
                        program(4, List.of(PROBE), user),
                        program(4, List.of(PROBE), List.of(SURPRISE)),
                        program(4, List.of(PROBE), List.of(OPEN), List.of(SURPRISE)),
                        program(4, List.of(PROBE), List.of(), List.of(SURPRISE)),
                        program(4, List.of(PROBE), List.of(OPEN, POLL), List.of(SURPRISE)),
                        program(4, List.of(PROBE), List.of(OPEN, CLOSE), List.of(SURPRISE)),
                        program(4, List.of(PROBE), List.of(POLL, CLOSE), List.of(SURPRISE)),
                        program(4, List.of(PROBE), user, List.of()),
                        program(4, List.of(), user, List.of(SURPRISE)),
                        program(4, List.of(PROBE), user, List.of(UNPLUG)));
    }

    @Test
    void nothingCanBeCutFromTheEmptyProgram() {
        assertThat(Cuts.of(program(0, List.of()))).isEmpty();
    }

    @Test
    void cuttingComesToAnEnd() {
        Program program = program(3, List.of(PROBE, OPEN), List.of(POLL, CLOSE), List.of(SURPRISE, PROBE));
        Set<Program> seen = new HashSet<>();
        walk(program, seen);
        assertThat(seen).contains(program(0, List.of())).hasSizeLessThan(3000);
    }

    private static void walk(Program program, Set<Program> seen) {
        if (seen.add(program)) {
            Cuts.of(program).forEach(cut -> {
                assertThat(cut).isNotEqualTo(program);
                assertThat(cut.size()).isLessThanOrEqualTo(program.size());
                walk(cut, seen);
            });
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // List.of only reads them
    private static Program program(int faultAt, List<DeviceOperation> setUp, List<DeviceOperation>... processes) {
        return new Program(setUp, List.of(processes), faultAt);
    }
}
