package dev.yank.drivers.edu.gated;

import static dev.yank.drivers.edu.EduRegisters.EDU_ID;
import static dev.yank.drivers.edu.EduRegisters.EDU_LIVENESS;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Errno.ENOTTY;
import static dev.yank.harness.kernel.Errno.ENXIO;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Kref.kref_get;
import static dev.yank.harness.kernel.Kref.kref_put;
import static dev.yank.harness.kernel.PciDev.pci_possible_error;
import static dev.yank.harness.kernel.Poll.EPOLLERR;
import static dev.yank.harness.kernel.Poll.EPOLLHUP;
import static dev.yank.harness.kernel.Poll.EPOLLIN;
import static dev.yank.harness.kernel.Poll.EPOLLOUT;
import static dev.yank.harness.kernel.RwSemaphore.down_read;
import static dev.yank.harness.kernel.RwSemaphore.up_read;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Struct.container_of;
import static dev.yank.harness.kernel.Uapi.EDU_FACTORIAL;
import static dev.yank.harness.kernel.Uapi.EDU_TRANSFER;
import static dev.yank.harness.kernel.UserBuffer.get_user;
import static dev.yank.harness.kernel.UserBuffer.put_user;

import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.UserBuffer;
import java.util.Objects;

/// The file operations of the gated edu driver.
///
/// Each passes the gate, and answers -ENXIO where remove has begun or the device reads all-ones. Whoever
/// answers otherwise has seen both the gate open and the device there, so that all agree on one instant at
/// which it went.
class EduChardev extends EduEngine implements FileOperations {

    /// Begins an operation; false where the device is being removed.
    boolean edu_enter(Edu edu) {
        down_read(edu.gate);
        if (atomic_read(edu.dying) != 0) {
            up_read(edu.gate);
            return false;
        }
        return true;
    }

    static void edu_exit(Edu edu) {
        up_read(edu.gate);
    }

    /// Whether the device answers, to be asked inside the gate.
    static boolean edu_present(Edu edu) {
        return !pci_possible_error(readl(edu.bar, EDU_ID));
    }

    static Edu to_edu(File file) {
        return (Edu) Objects.requireNonNull(file.private_data);
    }

    @Override
    public int open(Inode inode, File file) {
        Edu edu = container_of((Miscdevice) Objects.requireNonNull(file.private_data));
        if (!edu_enter(edu)) {
            return -ENXIO;
        }
        boolean present = edu_present(edu);
        edu_exit(edu);
        if (!present) {
            return -ENXIO;
        }
        kref_get(edu.kref);
        file.private_data = edu;
        return 0;
    }

    @Override
    public int release(Inode inode, File file) {
        edu_put(to_edu(file));
        return 0;
    }

    void edu_put(Edu edu) {
        kref_put(edu.kref, () -> edu_free(edu));
    }

    /// Runs when the last reference is put.
    void edu_free(Edu edu) {
        kfree(edu);
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        Edu edu = to_edu(file);
        if (!edu_enter(edu)) {
            return -ENXIO;
        }
        int value = readl(edu.bar, EDU_LIVENESS);
        edu_exit(edu);
        if (pci_possible_error(value)) {
            return -ENXIO;
        }
        put_user(value, buffer);
        return Integer.BYTES;
    }

    @Override
    public int write(File file, UserBuffer buffer) {
        Edu edu = to_edu(file);
        if (!edu_enter(edu)) {
            return -ENXIO;
        }
        boolean present = edu_present(edu);
        if (present) {
            writel(~get_user(buffer), edu.bar, EDU_LIVENESS);
        }
        edu_exit(edu);
        return present ? Integer.BYTES : -ENXIO;
    }

    @Override
    public int ioctl(File file, int command, UserBuffer argument) {
        Edu edu = to_edu(file);
        if (!edu_enter(edu)) {
            return -ENXIO;
        }
        int err = switch (command) {
            case EDU_FACTORIAL -> edu_factorial(edu, argument);
            case EDU_TRANSFER -> edu_transfer(edu, argument);
            default -> edu_present(edu) ? -ENOTTY : -ENXIO;
        };
        edu_exit(edu);
        return err;
    }

    @Override
    public int poll(File file) {
        Edu edu = to_edu(file);
        if (!edu_enter(edu)) {
            return EPOLLHUP | EPOLLERR;
        }
        boolean present = edu_present(edu);
        edu_exit(edu);
        return present ? EPOLLIN | EPOLLOUT : EPOLLHUP | EPOLLERR;
    }
}
