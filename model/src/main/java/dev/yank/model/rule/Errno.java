package dev.yank.model.rule;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The error numbers of Linux, as user space sees them, and the few that stay inside the kernel.
///
/// Source: Linux user-space API headers `asm-generic/errno-base.h` and `errno.h`.
public enum Errno {
    EPERM(1),
    ENOENT(2),
    ESRCH(3),
    EINTR(4),
    EIO(5),
    ENXIO(6),
    E2BIG(7),
    ENOEXEC(8),
    EBADF(9),
    ECHILD(10),
    EAGAIN(11),
    ENOMEM(12),
    EACCES(13),
    EFAULT(14),
    ENOTBLK(15),
    EBUSY(16),
    EEXIST(17),
    EXDEV(18),
    ENODEV(19),
    ENOTDIR(20),
    EISDIR(21),
    EINVAL(22),
    ENFILE(23),
    EMFILE(24),
    ENOTTY(25),
    ETXTBSY(26),
    EFBIG(27),
    ENOSPC(28),
    ESPIPE(29),
    EROFS(30),
    EMLINK(31),
    EPIPE(32),
    EDOM(33),
    ERANGE(34),
    EDEADLK(35),
    ENAMETOOLONG(36),
    ENOLCK(37),
    ENOSYS(38),
    ENODATA(61),
    ETIME(62),
    ENOLINK(67),
    EPROTO(71),
    EBADMSG(74),
    EOVERFLOW(75),
    EILSEQ(84),
    EOPNOTSUPP(95),
    ECONNRESET(104),
    ENOBUFS(105),
    ENOTCONN(107),
    ESHUTDOWN(108),
    ETIMEDOUT(110),
    EHOSTDOWN(112),
    EALREADY(114),
    EINPROGRESS(115),
    ESTALE(116),
    EREMOTEIO(121),
    ECANCELED(125),
    EOWNERDEAD(130),
    EHWPOISON(133),
    /// Kernel only: restart the system call after the signal.
    ERESTARTSYS(512),
    /// Kernel only: the driver asks to be probed later.
    EPROBE_DEFER(517),
    /// Kernel only: the operation is not supported.
    ENOTSUPP(524);

    private static final List<Errno> ALL = List.of(values());
    private static final @Nullable Errno[] BY_NUMBER = byNumber();

    private final int number;

    Errno(int number) {
        this.number = number;
    }

    /// The positive error number.
    public int number() {
        return number;
    }

    /// The error with a positive number.
    ///
    /// @throws IllegalArgumentException if no error of this list has the number
    public static Errno of(int number) {
        Errno found = number > 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
        if (found == null) {
            throw new IllegalArgumentException(number + " is not an error number known here; a call that fails answers"
                    + " a number of errno.h, such as " + ENODEV.number + " for ENODEV.");
        }
        return found;
    }

    private static @Nullable Errno[] byNumber() {
        int highest = ALL.getLast().number;
        @Nullable Errno[] table = new @Nullable Errno[highest + 1];
        Arrays.fill(table, null);
        for (Errno errno : ALL) {
            table[errno.number] = errno;
        }
        return table;
    }
}
