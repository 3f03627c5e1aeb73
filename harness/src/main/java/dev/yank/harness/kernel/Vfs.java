package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EntryPoint;
import dev.yank.model.trace.EventKind;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// The system calls on files, as the virtual file system carries them out. For whoever plays the processes;
/// drivers do not call it.
public final class Vfs {

    private final Machine machine;

    public Vfs(Machine machine) {
        this.machine = machine;
    }

    /// What open leads to: a file, or a negative errno.
    public record Opened(@Nullable File file, int error) {}

    /// `open("/dev/node")`.
    public Opened open(int devt) {
        machine.point(Access.READ, Shared.NODES, devt);
        Struct node = machine.characterDevices.find(machine, devt);
        return switch (node) {
            case Cdev cdev -> openCdev(cdev, devt);
            case Miscdevice _ -> openMisc(devt);
            case DeviceAttribute attribute -> openAttribute(attribute, devt);
            case null, default -> new Opened(null, -Errno.ENXIO);
        };
    }

    private Opened openCdev(Cdev cdev, int devt) {
        FileOperations operations = cdev.operations();
        if (operations == null || !Module.try_module_get(operations.owner())) {
            return new Opened(null, -Errno.ENXIO);
        }
        if (!cdev.get(machine)) {
            Module.module_put(operations.owner());
            return new Opened(null, -Errno.ENXIO);
        }
        var file = new File(new Inode(cdev, devt), operations);
        int err = enterOpen(file, cdev.instance());
        if (err < 0) {
            cdev.put();
            Module.module_put(operations.owner());
            return new Opened(null, err);
        }
        return new Opened(file, 0);
    }

    /// Nobody pins a module for a file in sysfs: its removal waits for whoever is inside.
    private Opened openAttribute(DeviceAttribute attribute, int devt) {
        machine.observe(attribute);
        var file = new File(new Inode(null, devt), attribute.operations());
        int err = enterOpen(file, attribute.instance(machine));
        return new Opened(err < 0 ? null : file, Math.min(0, err));
    }

    private Opened openMisc(int devt) {
        Mutex.mutex_lock(machine.miscMutex);
        machine.accesses(Access.READ, Shared.NODES, devt);
        @Var Opened opened = new Opened(null, -Errno.ENODEV);
        if (machine.characterDevices.find(machine, devt) instanceof Miscdevice misc
                && Module.try_module_get(misc.operations().owner())) {
            var file = new File(new Inode(null, devt), misc.operations());
            file.private_data = misc;
            int err = enterOpen(file, misc.instance());
            opened = err < 0 ? new Opened(null, err) : new Opened(file, 0);
            if (err < 0) {
                Module.module_put(misc.operations().owner());
            }
        }
        Mutex.mutex_unlock(machine.miscMutex);
        return opened;
    }

    private int enterOpen(File file, int device) {
        machine.emit(EventKind.FILE_OPENED, file, device, "");
        return enter(file, EntryPoint.OPEN, () -> file.operations.open(file.inode, file));
    }

    /// Calls one operation of the driver on an open file.
    public int call(File file, EntryPoint entryPoint, UserBuffer buffer, int command) {
        machine.accesses(Access.ADD, file);
        file.references++;
        int result = enter(file, entryPoint, () -> switch (entryPoint) {
            case READ -> file.operations.read(file, buffer);
            case WRITE -> file.operations.write(file, buffer);
            case IOCTL -> file.operations.ioctl(file, command, buffer);
            case POLL -> file.operations.poll(file);
            case OPEN, FLUSH, RELEASE, MMAP, SUSPEND, RESUME, ERROR_DETECTED ->
                throw new IllegalArgumentException(entryPoint + " is not an operation on an open file.");
        });
        put(file);
        return result;
    }

    /// What mmap leads to: a mapping, or a negative errno.
    public record Mapped(@Nullable VmArea mapping, int error) {}

    /// `mmap()`: the mapping holds the file.
    public Mapped mmap(File file) {
        machine.accesses(Access.ADD, file);
        file.references++;
        var vma = new VmArea(file);
        file.f_mapping.add(vma);
        int err = enter(file, EntryPoint.MMAP, () -> file.operations.mmap(file, vma));
        if (err < 0) {
            munmap(vma);
        }
        return err < 0 ? new Mapped(null, err) : new Mapped(vma, 0);
    }

    /// `munmap()`.
    public void munmap(VmArea vma) {
        machine.point(Access.WRITE, vma);
        vma.file().f_mapping.remove(vma);
        vma.zap(machine);
        put(vma.file());
    }

    /// `dup()`: one more descriptor of the same file.
    public File dup(File file) {
        machine.accesses(Access.ADD, file);
        file.references++;
        return file;
    }

    /// `close()` of one descriptor: flush, if the driver has one, and what the descriptor held.
    public void close(File file) {
        ToIntFunction<File> flush = file.operations.flush();
        if (flush != null) {
            enter(file, EntryPoint.FLUSH, () -> flush.applyAsInt(file));
        }
        put(file);
    }

    /// The end of whatever held the file: the last reference calls release.
    public void put(File file) {
        machine.accesses(Access.WRITE, file);
        if (--file.references > 0) {
            return;
        }
        machine.emit(EventKind.FILE_LAST_PUT, file, 0, "");
        release(file);
        Cdev cdev = file.inode.i_cdev();
        if (cdev != null) {
            cdev.put();
        }
        Module.module_put(file.owner);
    }

    /// `filp_close()` by a driver that thinks it may: calls release now.
    public static void filp_close(File file) {
        new Vfs(Machine.current()).release(file);
    }

    private void release(File file) {
        enter(file, EntryPoint.RELEASE, () -> file.operations.release(file.inode, file));
    }

    private int enter(File file, EntryPoint entryPoint, IntSupplier operation) {
        machine.point(Access.READ, file);
        notePrivateData(file);
        machine.emit(EventKind.OPERATION_ENTER, file, entryPoint.ordinal(), entryPoint.callback());
        int result = operation.getAsInt();
        machine.emit(EventKind.OPERATION_EXIT, file, result, entryPoint.callback());
        return result;
    }

    private void notePrivateData(File file) {
        machine.accesses(Access.WRITE, file);
        Memory memory = file.private_data instanceof Shadowed data ? data.yank$memory() : null;
        int seen = memory == null ? 0 : memory.id();
        if (seen != file.privateDataSeen) {
            file.privateDataSeen = seen;
            machine.emit(EventKind.FILE_DATA, file, seen, "");
        }
    }
}
