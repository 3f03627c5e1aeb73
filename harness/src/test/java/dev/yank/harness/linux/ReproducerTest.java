package dev.yank.harness.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.yank.harness.linux.guest.AgentOperation;
import dev.yank.harness.linux.guest.AgentRun;
import dev.yank.harness.linux.guest.Flavour;
import dev.yank.harness.linux.guest.Image;
import dev.yank.harness.linux.guest.KernelLine;
import dev.yank.model.rule.RuleId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReproducerTest {

    private static final Path AGENT = Path.of("../drivers-under-test/linux-agent");
    private static final Subject PL061 = Subjects.named("pl061");

    @TempDir
    private Path folder;

    @Test
    void aReproducerSaysWhatItShowsAndHoldsOnlyWhatItNeeds() {
        String source = source(
                new NodeProgram(List.of(List.of(step("open chip"), step("chip read")), List.of(step("unbind")))));
        assertThat(source)
                .contains("R29: It hangs.")
                .contains("slub_debug=FZPU")
                .contains("op_read(files[0], 512")
                .contains("/sys/bus/amba/drivers/pl061_gpio/unbind")
                .doesNotContain("op_gpio_set")
                .doesNotContain("@");
    }

    /// Nobody plugs devices in and out for who has only the source.
    @Test
    void aReproducerHasTheBusForgetTheDeviceInsteadOfPullingThePlug() {
        Subject nvme = Subjects.named("nvme");
        Step unplug = new Step(nvme.action("unplug"), 0, 0, AgentOperation.Position.NONE, 0);
        assertThat(source(nvme, new NodeProgram(List.of(List.of(unplug)))))
                .contains("op_sysfs(\"/sys/bus/pci/devices/0000:04:00.0/remove\", \"1\")")
                .contains("-device nvme,id=disk,bus=port4,drive=blank,serial=yank")
                .contains("op_await_node(\"/sys/bus/pci/devices/0000:04:00.0/nvme\", \"nvme/ng\", 5000)")
                .contains("/initrd; echo init");
    }

    /// Compiled with warnings as errors where there is a compiler, as in continuous integration.
    @Test
    void everyReproducerCompiles() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "there is no gcc");
        for (Subject subject : Subjects.all()) {
            var generator = new ProgramGenerator(subject, new SplittableRandom(3));
            compiles(folder.resolve("reproducer-" + subject.name() + ".c"), source(subject, generator.fresh()));
        }
        var hasty = new NodeProgram(List.of(List.of(step("open chip"), step("chip close"))));
        compiles(folder.resolve("hasty.c"), source(hasty));
    }

    private static void compiles(Path file, String source) throws IOException, InterruptedException {
        Files.writeString(file, source);
        Process gcc = new ProcessBuilder(
                        "gcc", "-O1", "-Wall", "-Wextra", "-Werror", "-pthread", "-fsyntax-only", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(gcc.waitFor()).as(said).isZero();
    }

    private static Step step(String action) {
        return new Step(PL061.action(action), 0, 0, AgentOperation.Position.NONE, 0);
    }

    private String source(NodeProgram program) {
        return source(PL061, program);
    }

    private String source(Subject subject, NodeProgram program) {
        var accusation = new Accusation(RuleId.parse("R29"), "R29 unbind waits", "It hangs.", List.of(), List.of());
        var found =
                new Found(accusation, new Sighting(program, List.of(), List.of(accusation), AgentRun.End.DONE, ""), 1);
        var image =
                new Image(new Flavour(subject.architecture(), KernelLine.V6_1), folder, "6.1.0-56-arm64 (6.1.192-2)");
        var result = new CampaignResult(
                image,
                subject,
                1,
                1,
                1,
                0,
                1.0,
                1,
                List.of(found),
                Map.of(),
                new Coverage(),
                CampaignResult.End.IN_TIME);
        return Reproducer.of(AGENT).source(result, found);
    }
}
