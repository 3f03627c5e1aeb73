package dev.yank.drivers.edu.gated;

import static dev.yank.harness.kernel.Rwonce.READ_ONCE;
import static dev.yank.harness.kernel.Rwonce.WRITE_ONCE;
import static dev.yank.harness.kernel.Vfs.filp_close;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R19 and nothing else: remove closes the file that a process still has open.
@UnderTest(
        name = "edu-gated-released-by-remove",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "R19",
        summary = "Remove calls filp_close on a file that is still open.")
public final class EduGatedReleasedByRemove extends EduGated {

    /// The file that was opened last, while it is open.
    @Var
    private @Nullable File opened;

    @Override
    public int open(Inode inode, File file) {
        int err = super.open(inode, file);
        if (err == 0) {
            opened = WRITE_ONCE(file);
        }
        return err;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a file is the same only if it is the same object
    public int release(Inode inode, File file) {
        if (READ_ONCE(opened) == file) {
            opened = WRITE_ONCE(null);
        }
        return super.release(inode, file);
    }

    @Override
    public void remove(PciDev pdev) {
        super.remove(pdev);
        File file = READ_ONCE(opened);
        if (file != null) {
            filp_close(file);
        }
    }
}
