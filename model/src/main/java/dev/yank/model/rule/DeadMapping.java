package dev.yank.model.rule;

/// P7: what a mapping shows once the device is gone.
public enum DeadMapping implements Choice {
    /// There are no mappings.
    NO_MMAP("no-mmap", "drivers that let nothing be mapped"),
    /// A page of zeroes, which forgets what is written to it.
    DUMMY_PAGE("dummy-page", "DRM"),
    /// The process gets SIGBUS, which a system call that meets it reports as `-EFAULT`.
    SIGBUS("SIGBUS", "drivers that zap the mapping"),
    /// Memory that holds what was there last, until it is unmapped.
    KEEP("keep-until-munmap", "Laurent Pinchart 2021: mappings may still exist");

    private final String text;
    private final String whoSays;

    DeadMapping(String text, String whoSays) {
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
