package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import org.jspecify.annotations.Nullable;

/// `struct file`: an open file. It lives until the last reference is put, whatever happens to the device
/// meanwhile.
public final class File extends Struct {

    /// What the driver keeps with the file.
    public @Nullable Object private_data;

    final Inode inode;
    final FileOperations operations;

    @Var
    int references = 1;

    @Var
    int privateDataSeen;

    File(Inode inode, FileOperations operations) {
        this.inode = inode;
        this.operations = operations;
    }
}
