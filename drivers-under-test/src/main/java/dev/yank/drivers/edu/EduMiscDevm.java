package dev.yank.drivers.edu;

import static dev.yank.drivers.edu.EduRegisters.EDU_BLANK;
import static dev.yank.drivers.edu.EduRegisters.EDU_BUFFER;
import static dev.yank.drivers.edu.EduRegisters.EDU_BUFFER_SIZE;
import static dev.yank.drivers.edu.EduRegisters.EDU_DEVICE;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_CMD;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_CMD_FROM_DEVICE;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_CMD_TO_DEVICE;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_COUNT;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_DST;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_SRC;
import static dev.yank.drivers.edu.EduRegisters.EDU_FACTORIAL_MASK;
import static dev.yank.drivers.edu.EduRegisters.EDU_FACTORIAL_UNIT;
import static dev.yank.drivers.edu.EduRegisters.EDU_ID;
import static dev.yank.drivers.edu.EduRegisters.EDU_IRQ_ACK;
import static dev.yank.drivers.edu.EduRegisters.EDU_IRQ_DMA_DONE;
import static dev.yank.drivers.edu.EduRegisters.EDU_IRQ_STATUS;
import static dev.yank.drivers.edu.EduRegisters.EDU_LIVENESS;
import static dev.yank.drivers.edu.EduRegisters.EDU_PATTERN;
import static dev.yank.drivers.edu.EduRegisters.EDU_STATUS;
import static dev.yank.drivers.edu.EduRegisters.EDU_STATUS_COMPUTING;
import static dev.yank.drivers.edu.EduRegisters.EDU_VENDOR;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.Device.dev_get_drvdata;
import static dev.yank.harness.kernel.Devm.devm_kzalloc;
import static dev.yank.harness.kernel.DmaBuffer.count;
import static dev.yank.harness.kernel.DmaBuffer.dma_handle;
import static dev.yank.harness.kernel.DmaBuffer.dmam_alloc_coherent;
import static dev.yank.harness.kernel.DmaBuffer.fill;
import static dev.yank.harness.kernel.Errno.EINVAL;
import static dev.yank.harness.kernel.Errno.ENODEV;
import static dev.yank.harness.kernel.Errno.ENOMEM;
import static dev.yank.harness.kernel.Errno.ENOTTY;
import static dev.yank.harness.kernel.Iomem.cpu_relax;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Iomem.writeq;
import static dev.yank.harness.kernel.Irq.devm_request_irq;
import static dev.yank.harness.kernel.IrqHandler.IRQ_HANDLED;
import static dev.yank.harness.kernel.IrqHandler.IRQ_NONE;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.Miscdevice.misc_register;
import static dev.yank.harness.kernel.Mutex.mutex_init;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.PciDev.pci_clear_master;
import static dev.yank.harness.kernel.PciDev.pci_get_drvdata;
import static dev.yank.harness.kernel.PciDev.pci_irq_vector;
import static dev.yank.harness.kernel.PciDev.pci_possible_error;
import static dev.yank.harness.kernel.PciDev.pci_set_drvdata;
import static dev.yank.harness.kernel.PciDev.pci_set_master;
import static dev.yank.harness.kernel.PciDev.pcim_alloc_irq_vectors;
import static dev.yank.harness.kernel.PciDev.pcim_enable_device;
import static dev.yank.harness.kernel.PciDev.pcim_iomap;
import static dev.yank.harness.kernel.Poll.EPOLLERR;
import static dev.yank.harness.kernel.Poll.EPOLLHUP;
import static dev.yank.harness.kernel.Poll.EPOLLIN;
import static dev.yank.harness.kernel.Poll.EPOLLOUT;
import static dev.yank.harness.kernel.Struct.container_of;
import static dev.yank.harness.kernel.Uapi.EDU_FACTORIAL;
import static dev.yank.harness.kernel.Uapi.EDU_TRANSFER;
import static dev.yank.harness.kernel.UserBuffer.get_user;
import static dev.yank.harness.kernel.UserBuffer.put_user;
import static dev.yank.harness.kernel.WaitQueueHead.init_waitqueue_head;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.DmaBuffer;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.PciDeviceId;
import dev.yank.harness.kernel.PciDriver;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.UserBuffer;
import dev.yank.harness.kernel.WaitQueueHead;
import java.util.List;
import java.util.Objects;

/// Breaks R34: everything is devres-managed, the state that open files reach included. Within remove it is
/// careful: it wakes who waits and waits for who is inside; but the lock that says so is freed when remove
/// returns.
///
/// The same mistake: CVE-2022-41218 (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "edu-misc-devm",
        device = "edu",
        policy = "P1=ENODEV P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R34",
        summary = "Misc device whose devm_kzalloc'ed state is freed at unbind under open files.")
public final class EduMiscDevm implements PciDriver, FileOperations {

    /// `struct edu`. Final members are embedded, the others point.
    private static final class Edu {
        final Miscdevice misc;
        final Mutex lock = new Mutex();
        final WaitQueueHead wait = new WaitQueueHead();
        final Atomic gone = new Atomic();
        final Atomic done = new Atomic();

        @Var
        Iomem bar;

        @Var
        DmaBuffer dma;

        Edu(PciDev pdev, Iomem bar, DmaBuffer dma, FileOperations operations) {
            this.misc = new Miscdevice("edu", operations, pdev.dev);
            this.bar = bar;
            this.dma = dma;
        }
    }

    @Override
    public List<PciDeviceId> id_table() {
        return List.of(new PciDeviceId(EDU_VENDOR, EDU_DEVICE), PciDeviceId.SENTINEL);
    }

    @Override
    public int probe(PciDev pdev, PciDeviceId id) {
        @Var int err = pcim_enable_device(pdev);
        if (err != 0) {
            return err;
        }
        pci_set_master(pdev);
        Iomem bar = pcim_iomap(pdev, 0);
        DmaBuffer dma = dmam_alloc_coherent(pdev.dev, EDU_BUFFER_SIZE);
        if (bar == null || dma == null) {
            return -ENOMEM;
        }
        Edu edu = devm_kzalloc(pdev.dev, new Edu(pdev, bar, dma, this));
        if (edu == null) {
            return -ENOMEM;
        }
        mutex_init(edu.lock);
        init_waitqueue_head(edu.wait);
        pci_set_drvdata(pdev, edu);
        writel(~0, bar, EDU_LIVENESS);
        err = pcim_alloc_irq_vectors(pdev);
        if (err < 0) {
            return err;
        }
        err = devm_request_irq(pdev.dev, pci_irq_vector(pdev), EduMiscDevm::edu_interrupt, "edu", edu);
        return err != 0 ? err : misc_register(edu.misc);
    }

    @Override
    public void remove(PciDev pdev) {
        Edu edu = pci_get_drvdata(pdev);
        atomic_set(edu.gone, 1);
        wake_up(edu.wait);
        mutex_lock(edu.lock); // whoever is inside leaves
        mutex_unlock(edu.lock);
        misc_deregister(edu.misc);
        pci_clear_master(pdev);
    }

    @Override
    public int suspend(Device dev) {
        return edu_awake(dev);
    }

    @Override
    public int resume(Device dev) {
        return edu_awake(dev);
    }

    private static int edu_awake(Device dev) {
        Edu edu = dev_get_drvdata(dev);
        return pci_possible_error(readl(edu.bar, EDU_ID)) ? -ENODEV : 0;
    }

    private static int edu_interrupt(int irq, Object devId) {
        Edu edu = (Edu) devId;
        int status = readl(edu.bar, EDU_IRQ_STATUS);
        if (status == 0 || pci_possible_error(status)) {
            return IRQ_NONE;
        }
        writel(status, edu.bar, EDU_IRQ_ACK);
        if ((status & EDU_IRQ_DMA_DONE) != 0) {
            atomic_set(edu.done, 1);
            wake_up(edu.wait);
        }
        return IRQ_HANDLED;
    }

    /// `misc_open` has put the misc device into `private_data`, and there it stays.
    private static Edu to_edu(File file) {
        return container_of((Miscdevice) Objects.requireNonNull(file.private_data));
    }

    /// Takes the lock where the device is still there.
    private static boolean edu_lock(Edu edu) {
        mutex_lock(edu.lock);
        if (atomic_read(edu.gone) == 0 && !pci_possible_error(readl(edu.bar, EDU_ID))) {
            return true;
        }
        mutex_unlock(edu.lock);
        return false;
    }

    @Override
    public int open(Inode inode, File file) {
        Edu edu = to_edu(file);
        if (!edu_lock(edu)) {
            return -ENODEV;
        }
        mutex_unlock(edu.lock);
        return 0;
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        Edu edu = to_edu(file);
        if (!edu_lock(edu)) {
            return -ENODEV;
        }
        int value = readl(edu.bar, EDU_LIVENESS);
        mutex_unlock(edu.lock);
        if (pci_possible_error(value)) {
            return -ENODEV;
        }
        put_user(value, buffer);
        return Integer.BYTES;
    }

    @Override
    public int write(File file, UserBuffer buffer) {
        Edu edu = to_edu(file);
        if (!edu_lock(edu)) {
            return -ENODEV;
        }
        writel(~get_user(buffer), edu.bar, EDU_LIVENESS);
        mutex_unlock(edu.lock);
        return Integer.BYTES;
    }

    @Override
    public int poll(File file) {
        Edu edu = to_edu(file);
        if (!edu_lock(edu)) {
            return EPOLLHUP | EPOLLERR;
        }
        mutex_unlock(edu.lock);
        return EPOLLIN | EPOLLOUT;
    }

    @Override
    public int ioctl(File file, int command, UserBuffer argument) {
        Edu edu = to_edu(file);
        if (!edu_lock(edu)) {
            return -ENODEV;
        }
        int err = switch (command) {
            case EDU_FACTORIAL -> edu_factorial(edu, argument);
            case EDU_TRANSFER -> edu_transfer(edu, argument);
            default -> -ENOTTY;
        };
        mutex_unlock(edu.lock);
        return err;
    }

    private static int edu_factorial(Edu edu, UserBuffer argument) {
        writel(get_user(argument), edu.bar, EDU_FACTORIAL_UNIT);
        @Var int status = readl(edu.bar, EDU_STATUS);
        while (!pci_possible_error(status) && (status & EDU_STATUS_COMPUTING) != 0) {
            cpu_relax();
            status = readl(edu.bar, EDU_STATUS);
        }
        int result = readl(edu.bar, EDU_FACTORIAL_UNIT);
        return pci_possible_error(result) ? -ENODEV : put_user(result & EDU_FACTORIAL_MASK, argument);
    }

    private static int edu_transfer(Edu edu, UserBuffer argument) {
        int bytes = get_user(argument);
        if (bytes < 1 || bytes > EDU_BUFFER_SIZE) {
            return -EINVAL;
        }
        long handle = dma_handle(edu.dma);
        fill(edu.dma, bytes, EDU_PATTERN);
        @Var int err = edu_dma(edu, handle, EDU_BUFFER, bytes, EDU_DMA_CMD_TO_DEVICE);
        if (err != 0) {
            return err;
        }
        fill(edu.dma, bytes, EDU_BLANK);
        err = edu_dma(edu, EDU_BUFFER, handle, bytes, EDU_DMA_CMD_FROM_DEVICE);
        return err != 0 ? err : put_user(count(edu.dma, bytes, EDU_PATTERN), argument);
    }

    private static int edu_dma(Edu edu, long source, long destination, int bytes, int command) {
        atomic_set(edu.done, 0);
        writeq(source, edu.bar, EDU_DMA_SRC);
        writeq(destination, edu.bar, EDU_DMA_DST);
        writeq(bytes, edu.bar, EDU_DMA_COUNT);
        writeq(command, edu.bar, EDU_DMA_CMD);
        wait_event(edu.wait, () -> atomic_read(edu.done) != 0 || atomic_read(edu.gone) != 0);
        return atomic_read(edu.done) != 0 ? 0 : -ENODEV;
    }
}
