package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import org.jspecify.annotations.Nullable;

/// `struct file`: an open file. It lives until the last reference is put, whatever happens to the device
/// meanwhile.
public final class File extends Struct {

    /// What the driver keeps with the file.
    public @Nullable Object private_data;

    /// `f_mapping`: what knows every mapping of the file; open may put another one here, which files share.
    @Var
    public AddressSpace f_mapping = new AddressSpace();

    final Inode inode;

    @Var
    FileOperations operations;

    /// The module that is used as long as the file is open.
    final @Nullable Module owner;

    @Var
    int references = 1;

    @Var
    int privateDataSeen;

    /// `file->f_op = ops`: from now on the file has other operations, those that are inside of one excepted.
    public static void replace_fops(File file, FileOperations operations) {
        Machine.current().use(file, "replace_fops");
        file.operations = operations;
    }

    /// `file->f_op`.
    public static FileOperations f_op(File file) {
        Machine.current().use(Access.READ, file, "f_op");
        return file.operations;
    }

    File(Inode inode, FileOperations operations) {
        this.inode = inode;
        this.operations = operations;
        this.owner = operations.owner();
    }
}
