package dev.yank.harness.kernel;

/// `<linux/poll.h>`: the bits that poll answers.
public final class Poll {

    public static final int EPOLLIN = 0x1;
    public static final int EPOLLPRI = 0x2;
    public static final int EPOLLOUT = 0x4;
    public static final int EPOLLERR = 0x8;
    public static final int EPOLLHUP = 0x10;
    public static final int EPOLLNVAL = 0x20;

    private Poll() {}
}
