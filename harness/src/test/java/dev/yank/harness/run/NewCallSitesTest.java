package dev.yank.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.program.Program;
import dev.yank.harness.run.NewCallSites.Failing;
import dev.yank.harness.schedule.Replay;
import dev.yank.harness.sim.Outcome;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.trace.EventKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NewCallSitesTest {

    private static final Handle HANDLE = new Handle(0, 0);
    private static final LoadedDriver HUNGRY = TestDrivers.load("HungryChip");

    /// Every third program asks for the level of a line; the others only open.
    private static Program program(long number) {
        List<DeviceOperation> operations = new ArrayList<>(List.of(new Open(HANDLE)));
        if (number % 3 == 2) {
            operations.add(new GetLine(HANDLE, 0));
        }
        return new Program(List.of(new Probe(0)), List.of(operations), 0);
    }

    private static NewCallSites sites() {
        return new NewCallSites(new Explorer(HUNGRY), NewCallSitesTest::program, 1);
    }

    private static List<Failing> rest(NewCallSites sites) {
        List<Failing> all = new ArrayList<>();
        for (Optional<Failing> next = sites.next(); next.isPresent(); next = sites.next()) {
            all.add(next.get());
        }
        return all;
    }

    /// Two calls of one function of the driver are two call sites.
    @Test
    void eachCallFromWhichSomethingIsAcquiredFailsOnce() {
        assertThat(rest(sites()))
                .extracting(Failing::site)
                .map(site -> site.replaceAll("dev\\.yank\\.testdriver\\.|:[0-9]+", ""))
                .containsExactly(
                        "QuietChip.probe",
                        "QuietChip.probe",
                        "HungryChip.piece < HungryChip.command < QuietChip$Operations.ioctl",
                        "HungryChip.piece < HungryChip.command < QuietChip$Operations.ioctl");
        assertThat(rest(sites())).extracting(Failing::site).doesNotHaveDuplicates();
    }

    @Test
    void whatIsSaidToFailDoes() {
        var explorer = new Explorer(HUNGRY);
        for (Failing failing : rest(sites())) {
            Outcome outcome = explorer.run(failing.program(), new Replay(failing.schedule()), 0, Tracing.KEEP)
                    .outcome();
            assertThat(outcome.trace())
                    .as(failing.site())
                    .filteredOn(event -> event.kind() == EventKind.FAULT)
                    .hasSize(1);
        }
    }

    @Test
    void theSameFailsEachTime() {
        assertThat(rest(sites())).isEqualTo(rest(sites()));
    }

    @Test
    void whatIsSkippedIsKnownAndDoesNotFail() {
        NewCallSites sites = sites();
        sites.skip(program(0));
        assertThat(sites.known()).hasSize(2);
        assertThat(rest(sites)).hasSize(2).allMatch(failing -> failing.site().contains("HungryChip"));
        assertThat(sites.known()).hasSize(4);
    }

    /// Before any program is performed under many schedules.
    @Test
    void aCommandThatKeepsMemoryWhereItFailsIsCaughtAtOnce() {
        var settings = new TrialSettings(1, "portfolio", 1, Optional.of(600L), (_, seed) -> program(seed & 0xff));
        DriverResult result = new Trial(HUNGRY, settings, TestDrivers.NO_PROGRESS).run(Duration.ofMinutes(1));
        assertThat(result.asExpected()).as(result.verdict().toString()).isTrue();
        assertThat(result.toFirst()).isBetween(1L, 40L);
    }
}
