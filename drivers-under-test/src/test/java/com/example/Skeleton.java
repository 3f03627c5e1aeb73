package com.example;

import static dev.yank.harness.kernel.Errno.ENODEV;
import static dev.yank.harness.kernel.Errno.ENOMEM;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.Miscdevice.misc_register;
import static dev.yank.harness.kernel.PciDev.PCI_ERROR_RESPONSE;
import static dev.yank.harness.kernel.PciDev.pci_get_drvdata;
import static dev.yank.harness.kernel.PciDev.pci_possible_error;
import static dev.yank.harness.kernel.PciDev.pci_set_drvdata;
import static dev.yank.harness.kernel.PciDev.pcim_enable_device;
import static dev.yank.harness.kernel.PciDev.pcim_iomap;
import static dev.yank.harness.kernel.RwSemaphore.down_read;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.up_read;
import static dev.yank.harness.kernel.RwSemaphore.up_write;
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

@UnderTest(name = "skeleton", device = "edu", policy = "P1=ENODEV P2=HUP|ERR P3=calls-in-flight", operations = "read")
public final class Skeleton implements PciDriver, FileOperations {

    private final RwSemaphore gate = new RwSemaphore(); // of the module: outlives every device
    private @Nullable Iomem bar; // null while there is no device

    @Override
    public List<PciDeviceId> id_table() {
        return List.of(new PciDeviceId(0x1234, 0x11e8), PciDeviceId.SENTINEL);
    }

    @Override
    public int probe(PciDev pdev, PciDeviceId id) {
        Iomem mapped = pcim_enable_device(pdev) == 0 ? pcim_iomap(pdev, 0) : null;
        if (mapped == null) {
            return -ENOMEM;
        }
        writel(~0, mapped, 0x04);
        switch_to(mapped);
        var node = new Miscdevice("skeleton", this, pdev.dev);
        pci_set_drvdata(pdev, node);
        int err = misc_register(node);
        if (err != 0) {
            switch_to(null);
        }
        return err;
    }

    @Override
    public void remove(PciDev pdev) {
        Miscdevice node = pci_get_drvdata(pdev);
        misc_deregister(node);
        switch_to(null);
    }

    private void switch_to(@Nullable Iomem mapped) {
        down_write(gate); // waits for the calls that are inside
        bar = mapped;
        up_write(gate);
    }

    private int ask(File file, int register) {
        down_read(gate);
        Iomem mapped = bar != null && bar.equals(file.private_data) ? bar : null; // not one plugged in since
        int value = mapped == null ? PCI_ERROR_RESPONSE : readl(mapped, register);
        up_read(gate);
        return value;
    }

    @Override
    public int open(Inode inode, File file) {
        down_read(gate);
        file.private_data = bar; // which device it is for
        up_read(gate);
        return pci_possible_error(ask(file, 0x04)) ? -ENODEV : 0;
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        int value = ask(file, 0x04);
        return pci_possible_error(value) ? -ENODEV : put_user(value, buffer) + 4;
    }

    @Override
    public int poll(File file) {
        return pci_possible_error(ask(file, 0x04)) ? Poll.EPOLLHUP | Poll.EPOLLERR : Poll.EPOLLIN | Poll.EPOLLOUT;
    }
}
