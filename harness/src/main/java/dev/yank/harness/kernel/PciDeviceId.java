package dev.yank.harness.kernel;

/// `struct pci_device_id`.
public record PciDeviceId(int vendor, int device) {}
