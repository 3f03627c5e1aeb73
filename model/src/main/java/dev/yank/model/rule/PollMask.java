package dev.yank.model.rule;

/// The bits that poll answers with.
///
/// Source: Linux user-space API header `asm-generic/poll.h`.
public final class PollMask {

    /// There is something to read.
    public static final int POLLIN = 0x1;
    /// There is something urgent to read.
    public static final int POLLPRI = 0x2;
    /// Writing would not block.
    public static final int POLLOUT = 0x4;
    /// An error happened.
    public static final int POLLERR = 0x8;
    /// The other side hung up.
    public static final int POLLHUP = 0x10;
    /// The descriptor is not one that can be polled.
    public static final int POLLNVAL = 0x20;
    /// Ordinary data can be read.
    public static final int POLLRDNORM = 0x40;
    /// Ordinary data can be written.
    public static final int POLLWRNORM = 0x100;

    private PollMask() {}
}
