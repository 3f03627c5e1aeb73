package dev.yank.model.rule;

import static dev.yank.model.rule.PollMask.POLLERR;
import static dev.yank.model.rule.PollMask.POLLHUP;
import static dev.yank.model.rule.PollMask.POLLIN;
import static dev.yank.model.rule.PollMask.POLLNVAL;
import static dev.yank.model.rule.PollMask.POLLOUT;
import static dev.yank.model.rule.PollMask.POLLPRI;

/// P2: what poll shows on a dead handle.
public enum DeadPoll implements Choice {
    /// Hang-up and error.
    HUP_ERR("HUP|ERR", POLLHUP | POLLERR, "gpiolib"),
    /// Error and invalid.
    ERR_NVAL("ERR|NVAL", POLLERR | POLLNVAL, "ALSA"),
    /// Error, hang-up, and urgent so that waiting for exceptions wakes too.
    ERR_HUP_PRI("ERR|HUP|PRI", POLLERR | POLLHUP | POLLPRI, "V4L2"),
    /// Everything ready, so that the next call meets the answer.
    IN_OUT_ERR_HUP("IN|OUT|ERR|HUP", POLLIN | POLLOUT | POLLERR | POLLHUP, "tty"),
    /// Everything ready, and what a changed attribute shows.
    IN_OUT_ERR_PRI("IN|OUT|ERR|PRI", POLLIN | POLLOUT | POLLERR | POLLPRI, "kernfs"),
    /// The error number given back as though it were a mask: a mistake that shipped.
    ENODEV_AS_MASK("ENODEV-as-mask", -Errno.ENODEV.number() & 0xFFFF, "posix-clock before it was corrected"),
    /// Nothing at all: a numb device is never ready.
    NUMB_ZERO("numb-zero", 0, "a numb device that keeps quiet"),
    /// Hang-up.
    HUP("HUP", POLLHUP, "debugfs");

    private final String text;
    private final int mask;
    private final String whoSays;

    DeadPoll(String text, int mask, String whoSays) {
        this.text = text;
        this.mask = mask;
        this.whoSays = whoSays;
    }

    /// The bits of [PollMask] that poll shows, in the 16 bits that user space sees.
    public int mask() {
        return mask;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public String whoSays() {
        return whoSays;
    }
}
