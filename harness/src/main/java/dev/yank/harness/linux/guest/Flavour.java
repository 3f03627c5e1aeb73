package dev.yank.harness.linux.guest;

import java.util.ArrayList;
import java.util.List;

/// Which guest: an architecture and a line of kernels. Each has a folder of its own in the cache.
///
/// @param architecture what is emulated
/// @param kernel what runs there
public record Flavour(Architecture architecture, KernelLine kernel) {

    /// As in the names of folders: `arm64-6.1`.
    public String text() {
        return architecture.text() + "-" + kernel.text();
    }

    /// The kernel's command line.
    public String commandLine() {
        List<String> words =
                new ArrayList<>(List.of("console=" + architecture.console(), "panic=-1", "quiet", "rdinit=/init"));
        words.addAll(kernel.options());
        return String.join(" ", words);
    }

    @Override
    public String toString() {
        return text();
    }
}
