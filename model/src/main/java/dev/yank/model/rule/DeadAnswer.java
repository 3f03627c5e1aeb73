package dev.yank.model.rule;

/// P1: what an operation on a dead handle answers.
public enum DeadAnswer implements Choice {
    /// `-ENODEV`.
    ENODEV("ENODEV", "gpiolib since Linux 6.9, ALSA, V4L2, posix-clock"),
    /// `-ENXIO`.
    ENXIO("ENXIO", "Laurent Pinchart 2021, CXL, open of a removed cdev"),
    /// `-EIO`.
    EIO("EIO", "debugfs, UIO, write to a hung-up tty"),
    /// Success with nothing in it: the driver is numb.
    OK_NUMB("OK-numb", "Linus Walleij 2021, gpiolib from 4.6 to 6.8"),
    /// A read answers end of file, everything else `-EIO`.
    EOF("EOF", "a hung-up tty"),
    /// Each operation may choose between `-ENODEV` and a success that did nothing.
    ENODEV_OR_FAKE_SUCCESS("ENODEV-or-fake-success", "the DRM user-space API document"),
    /// Operations that can fail answer `-ENXIO`, those that cannot do nothing and succeed.
    ENXIO_VOID_NUMB("ENXIO-void-numb", "the Rust port of the PL061 driver, Wedson Almeida Filho 2021");

    private final String text;
    private final String whoSays;

    DeadAnswer(String text, String whoSays) {
        this.text = text;
        this.whoSays = whoSays;
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
