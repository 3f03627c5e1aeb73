package dev.yank.harness.linux.guest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A processor architecture that QEMU emulates, and what is needed for it.
public enum Architecture {
    ARM64(
            "qemu-system-aarch64",
            "qemu-system-arm",
            "aarch64-linux-gnu-gcc",
            "gcc-aarch64-linux-gnu libc6-dev-arm64-cross",
            "ttyAMA0",
            "-M virt -cpu cortex-a57"),
    AMD64("qemu-system-x86_64", "qemu-system-x86", "gcc", "gcc libc6-dev", "ttyS0", "-M q35 -cpu max -rtc base=utc");

    private final String emulator;
    private final String emulatorPackage;
    private final String compiler;
    private final String compilerPackages;
    private final String console;
    private final String machine;

    Architecture(
            String emulator,
            String emulatorPackage,
            String compiler,
            String compilerPackages,
            String console,
            String machine) {
        this.emulator = emulator;
        this.emulatorPackage = emulatorPackage;
        this.compiler = compiler;
        this.compilerPackages = compilerPackages;
        this.console = console;
        this.machine = machine;
    }

    /// The architecture with a name as Debian writes it.
    ///
    /// @throws IllegalArgumentException with one sentence
    public static Architecture named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is no architecture of a guest; write arm64 or amd64."));
    }

    /// Debian's name of it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The program that emulates it.
    String emulator() {
        return emulator;
    }

    /// The program that compiles for it.
    String compiler() {
        return compiler;
    }

    /// The name of the console in the guest.
    String console() {
        return console;
    }

    /// How QEMU is told which machine to emulate.
    List<String> machine() {
        return List.of(machine.split(" ", -1));
    }

    /// The name of the kernel in the folder of a guest: as Debian packs it, or taken out of its loader.
    String kernelFile() {
        return switch (this) {
            case ARM64 -> "vmlinuz";
            case AMD64 -> "vmlinux";
        };
    }

    /// How QEMU boots: QEMU's processors do not always see code that another one has just patched, which kernels for
    /// amd64 do while they boot, so there they take turns. Later, kernels patch themselves no more.
    String bootThreads() {
        return switch (this) {
            case ARM64 -> "multi";
            case AMD64 -> "single";
        };
    }

    /// The Debian packages in which emulator and compiler are.
    List<String> packages() {
        List<String> packages = new ArrayList<>(List.of(emulatorPackage));
        packages.addAll(List.of(compilerPackages.split(" ", -1)));
        return packages;
    }
}
