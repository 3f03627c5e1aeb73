package dev.yank.harness.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KernelModulesTest {

    @TempDir
    private Path folder;

    @Test
    void whatAModuleNeedsIsLoadedBeforeItAndOnce() throws IOException {
        write("nvme", "nvme-core");
        write("nvme-core", "");
        write("other", "nvme-core,built-in");
        assertThat(new KernelModules(folder)
                        .inOrder(List.of("nvme", "other", "unknown"))
                        .keySet())
                .containsExactly("nvme_core", "nvme", "other");
    }

    @Test
    void aModuleWithoutADescriptionNeedsNothing() {
        assertThat(KernelModules.dependencies(new byte[100])).isEmpty();
    }

    private void write(String name, String depends) throws IOException {
        Path file = folder.resolve("kernel/drivers").resolve(name + ".ko");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "\u007fELF\0license=GPL\0depends=" + depends + "\0name=x\0", StandardCharsets.ISO_8859_1);
    }
}
