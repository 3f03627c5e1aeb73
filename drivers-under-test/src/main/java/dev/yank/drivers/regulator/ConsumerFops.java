package dev.yank.drivers.regulator;

import static dev.yank.drivers.regulator.Regulator.regulator_get;
import static dev.yank.drivers.regulator.Regulator.regulator_get_voltage;
import static dev.yank.drivers.regulator.Regulator.regulator_is_there;
import static dev.yank.drivers.regulator.Regulator.regulator_put;
import static dev.yank.drivers.regulator.Regulator.regulator_set_voltage;
import static dev.yank.harness.kernel.UserBuffer.get_user;
import static dev.yank.harness.kernel.UserBuffer.put_user;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;
import java.util.Objects;

/// A consumer of a supply that lets programs choose its voltage: each open file has a regulator, and
/// answers what the core tells it.
///
/// Source: `drivers/regulator/userspace-consumer.c`, Linux kernel, M. Rapoport, 2009, which does so in
/// sysfs.
///
/// @param rdev the supply
record ConsumerFops(RegulatorDev rdev) implements FileOperations {

    @Override
    public int open(Inode inode, File file) {
        Regulator regulator = regulator_get(rdev);
        if (regulator == null) {
            return -Errno.ENOMEM;
        }
        if (!regulator_is_there(regulator)) {
            regulator_put(regulator);
            return -Errno.ENODEV;
        }
        file.private_data = regulator;
        return 0;
    }

    @Override
    public int release(Inode inode, File file) {
        regulator_put(regulatorOf(file));
        return 0;
    }

    @Override
    public int read(File file, UserBuffer buffer) {
        int voltage = regulator_get_voltage(regulatorOf(file));
        if (voltage < 0) {
            return voltage;
        }
        put_user(voltage, buffer);
        return Integer.BYTES;
    }

    @Override
    public int write(File file, UserBuffer buffer) {
        int err = regulator_set_voltage(regulatorOf(file), get_user(buffer));
        return err == 0 ? Integer.BYTES : err;
    }

    @Override
    public int poll(File file) {
        return regulator_is_there(regulatorOf(file)) ? Poll.EPOLLIN | Poll.EPOLLOUT : Poll.EPOLLHUP | Poll.EPOLLERR;
    }

    private static Regulator regulatorOf(File file) {
        return (Regulator) Objects.requireNonNull(file.private_data);
    }
}
