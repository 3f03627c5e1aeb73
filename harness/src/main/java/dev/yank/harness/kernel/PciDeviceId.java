package dev.yank.harness.kernel;

/// `struct pci_device_id`: a kind of device in the table of a driver. The bus reads the table from the front up to the
/// [#SENTINEL], so a table without one is read on behind its end.
///
/// Source: kernel documentation, `PCI/pci`, G. Grundler, 2006.
public record PciDeviceId(int vendor, int device) {

    /// `{ 0, }`, the end of every table.
    public static final PciDeviceId SENTINEL = new PciDeviceId(0, 0);
}
