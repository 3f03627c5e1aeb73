package dev.yank.drivers.drm;

import static dev.yank.drivers.drm.DrmDevice.UNPLUGGED;
import static dev.yank.drivers.drm.DrmDevice.drm_dev_enter;
import static dev.yank.drivers.drm.DrmDevice.drm_dev_exit;
import static dev.yank.drivers.drm.DrmDevice.drm_dev_is_unplugged;
import static dev.yank.drivers.edu.EduRegisters.EDU_ID;
import static dev.yank.drivers.edu.EduRegisters.EDU_LIVENESS;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.PciDev.pci_possible_error;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.UserBuffer.get_user;
import static dev.yank.harness.kernel.UserBuffer.put_user;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;
import java.util.Objects;

/// `drm_driver.fops`.
///
/// @param driver what the twins do differently
/// @param drm what `drm_minor_acquire()` finds; the minor holds it while it is open
record DrmFops(EduDrm driver, DrmDevice drm) implements FileOperations {

    /// `struct drm_file`.
    static final class DrmFile {

        @Var
        DrmDevice drm;

        DrmFile(DrmDevice drm) {
            this.drm = drm;
        }
    }

    @Override
    public int open(Inode inode, File file) {
        if (drm_dev_is_unplugged(drm)) {
            return -Errno.ENODEV;
        }
        DrmFile priv = kzalloc(new DrmFile(drm));
        if (priv == null) {
            return -Errno.ENOMEM;
        }
        file.private_data = priv;
        return 0;
    }

    @Override
    public int release(Inode inode, File file) {
        driver.postclose(drm);
        kfree(privateOf(file));
        return 0;
    }

    /// Asks for what is scanned out.
    @Override
    public int read(File file, UserBuffer buffer) {
        int idx = drm_dev_enter(drm);
        if (idx == UNPLUGGED) {
            return -Errno.ENODEV;
        }
        int value = readl(drm.mmio, EDU_LIVENESS);
        drm_dev_exit(drm, idx);
        return pci_possible_error(value) ? -Errno.ENODEV : Integer.BYTES + put_user(value, buffer);
    }

    /// `drm_ioctl()`, and a page flip: the first says that the device is gone, the second does nothing then.
    @Override
    public int write(File file, UserBuffer buffer) {
        if (drm_dev_is_unplugged(drm)) {
            return -Errno.ENODEV;
        }
        Crtc crtc = Objects.requireNonNull(drm.crtc);
        mutex_lock(crtc.mutex);
        atomic_flush(get_user(buffer));
        crtc.flips++;
        mutex_unlock(crtc.mutex);
        return Integer.BYTES;
    }

    private void atomic_flush(int content) {
        int idx = drm_dev_enter(drm);
        if (idx == UNPLUGGED) {
            return;
        }
        if (!pci_possible_error(readl(drm.mmio, EDU_ID))) {
            writel(~content, drm.mmio, EDU_LIVENESS);
        }
        drm_dev_exit(drm, idx);
    }

    /// Asks for nothing of the hardware but whether it is there.
    @Override
    public int poll(File file) {
        Crtc crtc = Objects.requireNonNull(drm.crtc);
        mutex_lock(crtc.mutex);
        boolean there = is_there();
        mutex_unlock(crtc.mutex);
        return there ? Poll.EPOLLIN | Poll.EPOLLOUT : Poll.EPOLLHUP | Poll.EPOLLERR;
    }

    private boolean is_there() {
        int idx = drm_dev_enter(drm);
        if (idx == UNPLUGGED) {
            return false;
        }
        boolean there = !pci_possible_error(readl(drm.mmio, EDU_ID));
        drm_dev_exit(drm, idx);
        return there;
    }

    private static DrmFile privateOf(File file) {
        return (DrmFile) Objects.requireNonNull(file.private_data);
    }
}
