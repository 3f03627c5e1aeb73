package dev.yank.model.rule;

/// P6: in which order remove takes a driver down.
public enum TeardownOrder implements Choice {
    /// The driver does not say.
    UNSAID("unsaid", "drivers that promise nothing"),
    /// First whatever leads others into the driver, then what it uses.
    REGISTRATIONS_FIRST("registrations-first", "the Rust device data of 2021; corrections of several bugs"),
    /// First what the driver uses, then whatever leads others into it.
    RESOURCES_FIRST("resources-first", "the description of the Rust PL061 port, 2021"),
    /// Interrupt, DMA memory, other subsystems, registers.
    PCI_HOWTO("pci-howto", "the kernel's PCI howto"),
    /// Hardware first, and the interfaces last.
    WINDOWS("windows", "Windows, surprise removal");

    private final String text;
    private final String whoSays;

    TeardownOrder(String text, String whoSays) {
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
