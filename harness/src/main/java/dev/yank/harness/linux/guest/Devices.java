package dev.yank.harness.linux.guest;

import java.util.List;

/// Which devices the emulated machine has from the beginning, and which modules drive them.
///
/// Each has a place of its own, so that its name in the guest stays the same. Devices whose state QEMU cannot keep in a
/// snapshot are plugged in later, into ports 3 and 4.
final class Devices {

    private Devices() {}

    /// What QEMU is told, beside the memory that host and guest share.
    static List<String> options(Architecture architecture) {
        return switch (architecture) {
            case ARM64 -> List.of(); // the PL061 is part of the machine
            case AMD64 ->
                List.of(
                        "-device", "pcie-root-port,id=port1,chassis=1,addr=0x10",
                        "-device", "pcie-root-port,id=port2,chassis=2,addr=0x11",
                        "-device", "pcie-root-port,id=port3,chassis=3,addr=0x12",
                        "-device", "pcie-root-port,id=port4,chassis=4,addr=0x13",
                        "-device", "virtio-rng-pci,id=rng,bus=port1",
                        "-chardev", "file,id=nothing,path=/dev/null",
                        "-device", "virtio-serial-pci,id=serials,bus=port2",
                        "-device", "virtserialport,id=port,bus=serials.0,chardev=nothing,name=yank",
                        "-device", "i6300esb,id=dog,addr=0x14",
                        "-action", "watchdog=none", // a watchdog that is not fed shall not end the machine
                        "-blockdev", "null-co,node-name=blank,size=1048576,read-zeroes=on");
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
