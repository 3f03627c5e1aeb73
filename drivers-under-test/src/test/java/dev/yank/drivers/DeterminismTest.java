package dev.yank.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.DriverCatalog;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// Every execution of every driver is the same in every JVM: the same trace, event by event, the same history, the
/// same decisions, the same findings.
final class DeterminismTest {

    /// The second compiles in another way, numbers objects in its own way, and speaks another language.
    @Test
    void twoMachinesGiveTheSameTraces() {
        CompletableFuture<List<String>> compiled =
                CompletableFuture.supplyAsync(() -> traces("-XX:TieredStopAtLevel=1"));
        List<String> other = traces(
                "-XX:-TieredCompilation", "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=1", "-Duser.language=tr");
        List<String> one = compiled.join();
        assertThat(one)
                .hasSameSizeAs(DriverCatalog.ofProject().all())
                .allMatch(line -> line.matches("[a-z0-9-]+ [0-9a-f]{64}"));
        assertThat(other).isEqualTo(one);
    }

    private static List<String> traces(String... options) {
        return FreshJvm.ask(List.of(options), List.of("traces"));
    }
}
