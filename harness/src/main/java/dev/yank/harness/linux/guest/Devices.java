package dev.yank.harness.linux.guest;

import java.util.List;

/// Which devices the emulated machine has from the beginning, and which modules drive them.
final class Devices {

    private Devices() {}

    /// What QEMU is told, beside the memory that host and guest share.
    static List<String> options(Architecture architecture) {
        return switch (architecture) {
            case ARM64 -> List.of(); // the PL061 is part of the machine
            case AMD64 ->
                List.of(
                        "-device", "pcie-root-port,id=port1,chassis=1",
                        "-device", "pcie-root-port,id=port2,chassis=2",
                        "-device", "pcie-root-port,id=port3,chassis=3",
                        "-device", "pcie-root-port,id=port4,chassis=4",
                        "-device", "virtio-rng-pci,id=rng,bus=port1",
                        "-chardev", "null,id=nothing",
                        "-device", "virtio-serial-pci,id=serials,bus=port2",
                        "-device", "virtserialport,id=port,bus=serials.0,chardev=nothing,name=yank",
                        "-device", "i6300esb,id=dog");
        };
    }

    /// The modules that the guest loads.
    static List<String> modules(Architecture architecture) {
        return switch (architecture) {
            case ARM64 -> List.of();
            case AMD64 ->
                List.of(
                        "virtio_pci",
                        "virtio_rng",
                        "virtio_console",
                        "uio_pci_generic",
                        "nvme",
                        "i6300esb",
                        "rtc_cmos");
        };
    }
}
