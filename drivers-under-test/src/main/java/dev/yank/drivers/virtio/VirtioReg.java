package dev.yank.drivers.virtio;

import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.DmaBuffer.dma_alloc_coherent;
import static dev.yank.harness.kernel.DmaBuffer.dma_free_coherent;
import static dev.yank.harness.kernel.DmaBuffer.dma_handle;
import static dev.yank.harness.kernel.Errno.ENOMEM;
import static dev.yank.harness.kernel.Iomem.ioremap;
import static dev.yank.harness.kernel.Iomem.iounmap;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Irq.request_irq;
import static dev.yank.harness.kernel.Kref.kref_init;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.Miscdevice.misc_register;
import static dev.yank.harness.kernel.Mutex.mutex_init;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.init_rwsem;
import static dev.yank.harness.kernel.RwSemaphore.up_write;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.Vring.vring_avail;
import static dev.yank.harness.kernel.Vring.vring_size;
import static dev.yank.harness.kernel.Vring.vring_used;
import static dev.yank.harness.kernel.WaitQueueHead.init_waitqueue_head;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up_all;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.DmaBuffer;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.UnderTest;

/// Conforms: a virtio driver over MMIO that believes nothing. The device is reset before its memory is given
/// back, and what it never gave back is taken then.
///
/// Not final, because its twins believe one thing each.
@UnderTest(
        name = "virtio-reg",
        device = "virtio",
        policy = VirtioReg.POLICY,
        operations = {"misbehave"},
        summary = "Virtio driver that checks whatever its device says, and gives up a device that lies.")
public class VirtioReg extends VirtioFops implements PlatformDriver {

    static final String POLICY = "P1=EIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop";

    private static final int QUEUE_NUM = 0x038;
    private static final int QUEUE_READY = 0x044;
    private static final int QUEUE_DESC_LOW = 0x080;
    private static final int QUEUE_DRIVER_LOW = 0x090;
    private static final int QUEUE_DEVICE_LOW = 0x0a0;
    private static final int STATUS_DRIVER_OK = 1 | 2 | 4 | 8;

    @Override
    public final String compatible() {
        return "virtio,mmio";
    }

    @Override
    public final int probe(PlatformDevice pdev) {
        Iomem base = ioremap(pdev.res());
        if (base == null) {
            return -ENOMEM;
        }
        @Var int err = -ENOMEM;
        DmaBuffer ring = dma_alloc_coherent(pdev.dev(), vring_size(VirtReg.NUM));
        if (ring != null) {
            DmaBuffer buffers = dma_alloc_coherent(pdev.dev(), ANSWER_AT + ANSWER);
            if (buffers != null) {
                err = create(pdev, base, ring, buffers);
                if (err == 0) {
                    return 0;
                }
                dma_free_coherent(pdev.dev(), buffers);
            }
            dma_free_coherent(pdev.dev(), ring);
        }
        iounmap(base);
        return err;
    }

    private int create(PlatformDevice pdev, Iomem base, DmaBuffer ring, DmaBuffer buffers) {
        VirtReg reg = kzalloc(new VirtReg(pdev, base, ring, buffers, this));
        if (reg == null) {
            return -ENOMEM;
        }
        kref_init(reg.kref);
        init_rwsem(reg.gate);
        mutex_init(reg.serial);
        init_waitqueue_head(reg.wait);
        platform_set_drvdata(pdev, reg);
        @Var int err = request_irq(pdev.irq(), (_, _) -> interrupt(reg), "virtio-reg", reg);
        if (err == 0) {
            device_ready(reg);
            err = misc_register(reg.misc);
            if (err == 0) {
                return 0;
            }
            free_irq(pdev.irq(), reg);
            reset(reg);
        }
        platform_set_drvdata(pdev, null);
        kfree(reg); // nobody else has seen it
        return err;
    }

    private static void device_ready(VirtReg reg) {
        long handle = dma_handle(reg.ring);
        writel(VirtReg.NUM, reg.base, QUEUE_NUM);
        writel((int) handle, reg.base, QUEUE_DESC_LOW);
        writel((int) handle + vring_avail(VirtReg.NUM), reg.base, QUEUE_DRIVER_LOW);
        writel((int) handle + vring_used(VirtReg.NUM), reg.base, QUEUE_DEVICE_LOW);
        writel(1, reg.base, QUEUE_READY);
        writel(STATUS_DRIVER_OK, reg.base, STATUS);
    }

    /// `virtio_reset_device()`.
    static void reset(VirtReg reg) {
        writel(0, reg.base, STATUS);
    }

    @Override
    public final void remove(PlatformDevice pdev) {
        VirtReg reg = platform_get_drvdata(pdev);
        misc_deregister(reg.misc);
        shut_down(reg);
        free_irq(pdev.irq(), reg);
        detach_unused(reg);
        dma_free_coherent(pdev.dev(), reg.buffers);
        dma_free_coherent(pdev.dev(), reg.ring);
        iounmap(reg.base);
        virt_reg_put(reg);
    }

    /// Whoever waits is told that the device goes, whoever is inside leaves, and then the device is reset.
    void shut_down(VirtReg reg) {
        drain(reg);
        reset(reg);
    }

    static void drain(VirtReg reg) {
        atomic_set(reg.dying, 1);
        wake_up_all(reg.wait);
        down_write(reg.gate);
        up_write(reg.gate);
    }
}
