package dev.yank.testdriver;

import static dev.yank.harness.kernel.AmbaDevice.amba_get_drvdata;
import static dev.yank.harness.kernel.AmbaDevice.amba_set_drvdata;
import static dev.yank.harness.kernel.Kref.kref_get;
import static dev.yank.harness.kernel.Kref.kref_init;
import static dev.yank.harness.kernel.Kref.kref_put;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.Miscdevice.misc_register;
import static dev.yank.harness.kernel.Rwonce.READ_ONCE;
import static dev.yank.harness.kernel.Rwonce.WRITE_ONCE;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.AmbaDriver;
import dev.yank.harness.kernel.AmbaId;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Kref;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.UserBuffer;
import java.util.List;
import java.util.Objects;

/// A PL061 that can be opened, polled and closed, and nothing else. It breaks no rule; its subclasses break
/// one each by doing one step in another way.
@UnderTest(name = "test-quiet", device = "pl061", summary = "Conforms as far as it goes.")
public class QuietChip implements AmbaDriver {

    /// What open files and the binding share.
    static final class State {
        final Kref kref = new Kref();
        final Miscdevice misc;

        @Var
        boolean gone;

        State(QuietChip driver, AmbaDevice adev) {
            this.misc = new Miscdevice("quiet", new Operations(driver, this), adev.dev());
        }
    }

    private record Operations(QuietChip driver, State opened) implements FileOperations {

        @Override
        public int open(Inode inode, File file) {
            kref_get(opened.kref);
            file.private_data = opened;
            return 0;
        }

        @Override
        public int release(Inode inode, File file) {
            driver.putAtRelease(stateOf(file));
            return 0;
        }

        @Override
        public int poll(File file) {
            return READ_ONCE(stateOf(file).gone) ? Poll.EPOLLHUP | Poll.EPOLLERR : 0;
        }

        @Override
        public int ioctl(File file, int command, UserBuffer argument) {
            return driver.command(command, argument);
        }

        private static State stateOf(File file) {
            return (State) Objects.requireNonNull(file.private_data);
        }
    }

    @Override
    public List<AmbaId> id_table() {
        return List.of(new AmbaId(0x00041061, 0x000fffff));
    }

    @Override
    public int probe(AmbaDevice adev, AmbaId id) {
        State state = kzalloc(new State(this, adev));
        if (state == null) {
            return -Errno.ENOMEM;
        }
        kref_init(state.kref);
        amba_set_drvdata(adev, state);
        int err = misc_register(state.misc);
        if (err != 0) {
            putAfterFailedProbe(state);
        }
        return err;
    }

    @Override
    public void remove(AmbaDevice adev) {
        State state = amba_get_drvdata(adev);
        state.gone = WRITE_ONCE(true);
        misc_deregister(state.misc);
        putInRemove(state);
    }

    int command(int command, UserBuffer argument) {
        return -Errno.ENOTTY;
    }

    final void put(State state) {
        kref_put(state.kref, () -> kfree(state));
    }

    void putAtRelease(State state) {
        put(state);
    }

    void putInRemove(State state) {
        put(state);
    }

    void putAfterFailedProbe(State state) {
        put(state);
    }
}
