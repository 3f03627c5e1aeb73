package dev.yank.harness.linux.guest;

import java.nio.file.Path;

/// A guest that is ready to be started.
///
/// @param flavour which
/// @param folder where its files are: the kernel, `initrd`, `snapshot`
/// @param release the kernel's own name, such as `6.1.0-56-arm64 (6.1.192-2)`
public record Image(Flavour flavour, Path folder, String release) {

    Path kernel() {
        return folder.resolve(flavour.architecture().kernelFile());
    }

    Path initrd() {
        return folder.resolve("initrd");
    }

    Path snapshot() {
        return folder.resolve("snapshot");
    }

    /// How the kernel was booted.
    public String bootOptions() {
        return flavour.commandLine();
    }
}
