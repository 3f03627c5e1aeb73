package dev.yank.harness.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.program.Program;
import dev.yank.model.spec.device.DeviceKind;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.OnHandle;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.ReferenceOperation;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

final class ProgramsPropertiesTest {

    private static final Handle SHARED = new Handle(0, 0);

    @Provide
    Arbitrary<Program> programs() {
        return Arbitraries.of(DeviceKind.values()).flatMap(kind -> Programs.of(kind, 1, 8));
    }

    @Provide
    Arbitrary<Program> pairs() {
        return Arbitraries.of(DeviceKind.values()).flatMap(kind -> Programs.of(kind, 2, 2));
    }

    @Property(tries = 400)
    void theNumberOfProcessesIsTheOneAskedFor(@ForAll("programs") Program program, @ForAll("pairs") Program pair) {
        assertThat(program.processes()).hasSizeBetween(1, Program.MOST_PROCESSES);
        assertThat(pair.processes()).hasSize(2);
    }

    /// Programs for hardware that is there from the beginning, and whose handles are files.
    @Provide
    Arbitrary<Program> programsOnFiles() {
        return Arbitraries.of(DeviceKind.GPIO, DeviceKind.REGISTER).flatMap(kind -> Programs.of(kind, 1, 8));
    }

    @Provide
    Arbitrary<Program> programsOnReferences() {
        return Programs.of(DeviceKind.OBJECT, 1, 4);
    }

    @Property(tries = 400)
    void aProcessKeepsToReferencesOfItsOwn(@ForAll("programsOnReferences") Program program) {
        for (int process = 0; process < program.processes().size() - 1; process++) {
            int first = 4 * process;
            assertThat(program.processes().get(process))
                    .flatExtracting(ProgramsPropertiesTest::handles)
                    .allMatch(handle -> handle >= first && handle < first + 4);
        }
    }

    private static List<Integer> handles(DeviceOperation operation) {
        return switch (operation) {
            case OnHandle on -> List.of(on.handle().number());
            case Open(Handle handle) -> List.of(handle.number());
            case ReferenceOperation make -> List.of(make.from().number(), make.to());
            case DeviceOperation.FromOutside _ -> List.of();
        };
    }

    @Property(tries = 400)
    void theDeviceIsBoundFirstAndTakenAwayByTheLastProcess(@ForAll("programsOnFiles") Program program) {
        assertThat(program.setUp().getFirst()).isEqualTo(new Probe(0));
        assertThat(program.processes().getLast()).hasAtLeastOneElementOfType(Unplug.class);
        assertThat(program.processes().subList(0, program.processes().size() - 1))
                .allSatisfy(user -> assertThat(user).noneMatch(Unplug.class::isInstance));
    }

    @Property(tries = 400)
    void everyHandleIsOpenedOnceAndByItsProcess(@ForAll("programsOnFiles") Program program) {
        List<DeviceOperation> all = all(program).toList();
        assertThat(all.stream().filter(Open.class::isInstance).toList()).doesNotHaveDuplicates();
        for (int process = 0; process < program.processes().size() - 1; process++) {
            List<DeviceOperation> user = program.processes().get(process);
            var own = new Handle(0, process + 1);
            assertThat(user.getFirst()).isEqualTo(new Open(own));
            assertThat(user)
                    .filteredOn(OnHandle.class::isInstance)
                    .extracting(operation -> ((OnHandle) operation).handle())
                    .isSubsetOf(own, SHARED);
            assertThat(user.indexOf(new Close(own))).isIn(-1, user.size() - 1);
        }
    }

    @Property(tries = 400)
    void theSharedHandleIsNeverClosed(@ForAll("programsOnFiles") Program program) {
        Statistics.label("shared handle").collect(program.setUp().size() > 1);
        assertThat(all(program)).doesNotContain(new Close(SHARED));
    }

    private static Stream<DeviceOperation> all(Program program) {
        return Stream.concat(
                program.setUp().stream(), program.processes().stream().flatMap(List::stream));
    }
}
