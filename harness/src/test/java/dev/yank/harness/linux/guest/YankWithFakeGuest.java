package dev.yank.harness.linux.guest;

import dev.yank.harness.cli.Yank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Yank with a guest that is prepared as far as anybody can tell.
final class YankWithFakeGuest {

    private YankWithFakeGuest() {}

    /// Runs it.
    ///
    /// @param arguments the folder of guests, then what Yank is told
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).resolve("arm64-6.1");
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            for (String name : List.of("vmlinuz", "initrd", "snapshot")) {
                Files.writeString(folder.resolve(name), name);
            }
            Files.writeString(folder.resolve("release"), "6.1.0-fake (6.1.0-1)\n");
            Path agent = Path.of(System.getProperty("yank.home"), "drivers-under-test", "linux-agent");
            var flavour = new Flavour(Architecture.ARM64, KernelLine.numbered("6.1"));
            new Preparation(flavour, Path.of(arguments[0]), agent, new Silence()).noteSnapshot();
        }
        Yank.main(List.of(arguments).subList(1, arguments.length).toArray(new String[0]));
    }

    private record Silence() implements PreparationLog {

        @Override
        public void begins(String what) {}

        @Override
        public void done(String how) {}
    }
}
