package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// `struct device_attribute`: a file in the directory of a device in sysfs, which a driver shows to user space.
///
/// The first attribute of a device is what processes open as its node; the one that is called [#DELETE] is what they
/// write to when they want to have the device deleted. While a method runs, its file is not removed: so
/// [#device_remove_file] waits for methods that are inside, and a method that removes its own file must use
/// [#device_remove_file_self], or [#sysfs_break_active_protection] first.
///
/// Sources: `fs/sysfs/file.c`, Linux kernel, P. Mochel, 2001; `drivers/base/core.c`, T. Heo, 2014.
public final class DeviceAttribute extends Struct {

    /// The name of the file through which a device is deleted, as NVMe has it.
    public static final String DELETE = "delete";

    /// The detail of an acquisition by which others come to call the driver.
    static final int REGISTRATION = 2;

    /// `ATTR_WO` and the like leave a method out.
    @FunctionalInterface
    public interface Method {

        /// Shows or stores a value.
        ///
        /// @return how many bytes, or a negative errno
        int call(Device dev, UserBuffer buf);
    }

    private final String name;
    private final @Nullable Method show;
    private final @Nullable Method store;

    /// What the last creation made; files that are open keep what they were opened through.
    @Var
    private @Nullable Node node;

    private DeviceAttribute(String name, @Nullable Method show, @Nullable Method store) {
        this.name = name;
        this.show = show;
        this.store = store;
    }

    /// `DEVICE_ATTR_RW()`.
    public static DeviceAttribute attr_rw(String name, Method show, Method store) {
        return new DeviceAttribute(name, show, store);
    }

    /// `DEVICE_ATTR_WO()`.
    public static DeviceAttribute attr_wo(String name, Method store) {
        return new DeviceAttribute(name, null, store);
    }

    /// Shows the file; its methods can be called at once.
    ///
    /// @return 0 or a negative errno
    public static int device_create_file(Device dev, DeviceAttribute attr) {
        Machine machine = Machine.current();
        machine.use(attr, "device_create_file");
        if (!machine.mayAcquire("device_create_file")) {
            return -Errno.ENOMEM;
        }
        machine.accesses(Access.WRITE, Shared.NODES, attr.number(dev));
        if (!machine.characterDevices.add(machine, attr.number(dev), attr)) {
            return -Errno.EBUSY;
        }
        attr.node = attr.new Node(dev);
        machine.emit(EventKind.ACQUIRE, attr, REGISTRATION, attr.what());
        machine.publish(attr);
        return 0;
    }

    /// Takes the file away, and waits for methods that are inside. Nothing happens where it is gone already.
    public static void device_remove_file(Device dev, DeviceAttribute attr) {
        attr.remove(Machine.current(), dev);
    }

    /// As [#device_remove_file], in a method of that file.
    ///
    /// @return whether it was this call that removed it
    public static boolean device_remove_file_self(Device dev, DeviceAttribute attr) {
        Machine machine = Machine.current();
        Node node = attr.node;
        if (node == null || !node.leavesDriver(machine).isFirstToRemove(machine)) {
            return false;
        }
        attr.remove(machine, dev);
        return true;
    }

    /// From now on nobody who removes the file waits for the method that is running.
    public static void sysfs_break_active_protection(DeviceAttribute attr) {
        Machine machine = Machine.current();
        Node node = attr.node;
        if (node != null) {
            node.leavesDriver(machine).breakProtection(machine);
        }
    }

    private void remove(Machine machine, Device dev) {
        machine.use(this, "device_remove_file");
        if (node != null && node.kernfs.remove(machine)) {
            machine.accesses(Access.WRITE, Shared.NODES, number(dev));
            machine.characterDevices.remove(machine, number(dev));
            machine.emit(EventKind.RELEASE, this, 0, what());
        }
    }

    private int number(Device dev) {
        return name.equals(DELETE) ? deleteNode(dev.devt()) : dev.devt();
    }

    /// The number of the file through which the device behind node `devt` is deleted.
    public static int deleteNode(int devt) {
        return devt + 1;
    }

    private String what() {
        return "the attribute " + name;
    }

    FileOperations operations() {
        if (node == null) {
            throw new IllegalStateException("The attribute " + name + " was not created.");
        }
        return node;
    }

    /// The instance of the device that it was created for.
    int instance(Machine machine) {
        return node == null ? 0 : node.device.id(machine);
    }

    /// The file of one device: `kernfs_fop_open()` and the others.
    private final class Node implements FileOperations {

        final Device device;
        final KernfsNode kernfs = new KernfsNode(name);

        Node(Device device) {
            this.device = device;
        }

        /// The method that is running no longer counts as being inside of the driver.
        KernfsNode leavesDriver(Machine machine) {
            if (kernfs.isProtected(machine)) {
                machine.emit(EventKind.CALLBACK_EXIT, device, 0, name);
            }
            return kernfs;
        }

        /// Calls a method under an active reference.
        private int call(@Nullable Method method, String kind, UserBuffer buffer) {
            Machine machine = Machine.current();
            if (method == null) {
                return -Errno.EIO;
            }
            if (!kernfs.getActive(machine)) {
                return -Errno.ENODEV;
            }
            machine.emit(EventKind.CALLBACK_ENTER, device, 0, name + kind);
            int result = method.call(device, buffer);
            if (kernfs.isProtected(machine)) {
                machine.emit(EventKind.CALLBACK_EXIT, device, result, name + kind);
            }
            kernfs.putActive(machine);
            return result;
        }

        private boolean isThere() {
            Machine machine = Machine.current();
            boolean there = kernfs.getActive(machine);
            if (there) {
                kernfs.putActive(machine);
            }
            return there;
        }

        @Override
        public int open(Inode inode, File file) {
            return isThere() ? 0 : -Errno.ENODEV;
        }

        @Override
        public int read(File file, UserBuffer buffer) {
            return call(show, "_show", buffer);
        }

        @Override
        public int write(File file, UserBuffer buffer) {
            return call(store, "_store", buffer);
        }

        @Override
        public int poll(File file) {
            int always = Poll.EPOLLIN | Poll.EPOLLOUT;
            return isThere() ? always : always | Poll.EPOLLERR | Poll.EPOLLPRI;
        }
    }
}
