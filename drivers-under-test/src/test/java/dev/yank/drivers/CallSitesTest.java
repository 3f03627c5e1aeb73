package dev.yank.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.generate.RandomPrograms;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.Explorer;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.run.NewCallSites;
import dev.yank.harness.run.NewCallSites.Failing;
import dev.yank.harness.schedule.Replay;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each call site of each conforming driver from which something is acquired is made to fail, once.
final class CallSitesTest {

    private static final RandomPrograms PROGRAMS = new RandomPrograms(2, 4);

    @TestFactory
    Stream<DynamicTest> everyCallSiteFailsOnceAndBreaksNoRule() {
        return DriverCatalog.ofProject().all().stream()
                .filter(driver -> driver.about().breaks().isEmpty())
                .map(driver -> DynamicTest.dynamicTest(driver.about().name(), () -> failsOnce(driver)));
    }

    private static void failsOnce(LoadedDriver driver) {
        var explorer = new Explorer(driver);
        NewCallSites sites = sites(driver, 1);
        SortedSet<String> failed = new TreeSet<>();
        for (Optional<Failing> next = sites.next(); next.isPresent(); next = sites.next()) {
            Failing failing = next.get();
            assertThat(failed.add(failing.site())).as(failing.site()).isTrue();
            var judged = explorer.run(failing.program(), new Replay(failing.schedule()), 0, Tracing.KEEP);
            assertThat(judged.findings()).as(failing.site()).isEmpty();
            assertThat(judged.outcome().trace())
                    .as(failing.site())
                    .extracting(KernelEvent::kind)
                    .containsOnlyOnce(EventKind.FAULT);
        }
        assertThat(failed).isNotEmpty().isEqualTo(sites.known());
        for (long other : List.of(2L, 3L)) {
            assertThat(failed).containsAll(allOf(sites(driver, other)));
        }
    }

    private static NewCallSites sites(LoadedDriver driver, long seed) {
        return new NewCallSites(
                new Explorer(driver),
                number -> driver.restrict(
                                PROGRAMS.program(driver.about().device().kind(), SplitMix.derive(seed, number)))
                        .withFaultAt(0),
                seed);
    }

    private static SortedSet<String> allOf(NewCallSites sites) {
        @Var Optional<Failing> next = sites.next();
        while (next.isPresent()) {
            next = sites.next();
        }
        return sites.known();
    }
}
