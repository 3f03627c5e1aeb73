package com.example;

import static dev.yank.harness.kernel.Errno.ENODEV;
import static dev.yank.harness.kernel.Errno.ENOMEM;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.Miscdevice.misc_register;
import static dev.yank.harness.kernel.PciDev.pci_get_drvdata;
import static dev.yank.harness.kernel.PciDev.pci_possible_error;
import static dev.yank.harness.kernel.PciDev.pci_set_drvdata;
import static dev.yank.harness.kernel.PciDev.pcim_enable_device;
import static dev.yank.harness.kernel.PciDev.pcim_iomap;
import static dev.yank.harness.kernel.RwSemaphore.down_read;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.up_read;
import static dev.yank.harness.kernel.RwSemaphore.up_write;
import static dev.yank.harness.kernel.UserBuffer.get_user;
import static dev.yank.harness.kernel.UserBuffer.put_user;

import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.PciDeviceId;
import dev.yank.harness.kernel.PciDriver;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.RwSemaphore;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.UserBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

@UnderTest(
        name = "my-driver",
        device = "edu",
        policy = "P1=ENODEV P2=HUP|ERR P3=calls-in-flight",
        operations = {"read", "write"})
public final class MyDriver implements PciDriver, FileOperations {

    private static final int LIVENESS = 0x04;

    private final RwSemaphore gate = new RwSemaphore(); // of the module: outlives every device
    private @Nullable Iomem bar; // null while there is no device
    private int generation; // which device it is

    @Override
    public List<PciDeviceId> id_table() {
        return List.of(new PciDeviceId(0x1234, 0x11e8), PciDeviceId.SENTINEL);
    }

    @Override
    public int probe(PciDev pdev, PciDeviceId id) {
        if (pcim_enable_device(pdev) != 0) {
            return -ENODEV;
        }
        Iomem mapped = pcim_iomap(pdev, 0);
        if (mapped == null) {
            return -ENOMEM;
        }
        writel(~0, mapped, LIVENESS);
        down_write(gate);
        bar = mapped;
        generation++;
        up_write(gate);
        var registered = new Miscdevice("my", this, pdev.dev);
        pci_set_drvdata(pdev, registered);
        int err = misc_register(registered);
        if (err != 0) {
            close_gate();
        }
        return err;
    }

    @Override
    public void remove(PciDev pdev) {
        Miscdevice registered = pci_get_drvdata(pdev);
        misc_deregister(registered);
        close_gate();
    }

    private void close_gate() {
        down_write(gate);
        bar = null;
        up_write(gate);
    }

    @Override
    public int open(Inode inode, File file) {
        down_read(gate);
        file.private_data = generation;
        int err = bar == null ? -ENODEV : 0;
        up_read(gate);
        return err;
    }

    /// The registers of the device that the file was opened for, or null when it is gone: unbound, replaced,
    /// or pulled out so that it answers all-ones. Needs the gate.
    private @Nullable Iomem bar_of(File file) {
        Iomem mapped = Integer.valueOf(generation).equals(file.private_data) ? bar : null;
        return mapped == null || pci_possible_error(readl(mapped, LIVENESS)) ? null : mapped;
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        down_read(gate);
        Iomem mapped = bar_of(file);
        int value = mapped == null ? PciDev.PCI_ERROR_RESPONSE : readl(mapped, LIVENESS);
        up_read(gate);
        return pci_possible_error(value) ? -ENODEV : put_user(value, buffer) + 4;
    }

    @Override
    public int write(File file, UserBuffer buffer) {
        down_read(gate);
        Iomem mapped = bar_of(file);
        if (mapped != null) {
            writel(~get_user(buffer), mapped, LIVENESS);
        }
        up_read(gate);
        return mapped == null ? -ENODEV : 4;
    }

    @Override
    public int poll(File file) {
        down_read(gate);
        boolean gone = bar_of(file) == null;
        up_read(gate);
        return gone ? Poll.EPOLLHUP | Poll.EPOLLERR : Poll.EPOLLIN | Poll.EPOLLOUT;
    }
}
