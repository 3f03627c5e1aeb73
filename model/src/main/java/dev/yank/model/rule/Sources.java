package dev.yank.model.rule;

/// The documents that the rules were taken from.
final class Sources {

    static final String SUMMIT =
            "Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest";

    static final Source DREIER = summit("Roland Dreier");
    static final Source WALLEIJ = summit("Linus Walleij");
    static final Source WEDSON = summit("Wedson Almeida Filho");
    static final Source PINCHART = summit("Laurent Pinchart");
    static final Source LUTOMIRSKI = summit("Andy Lutomirski");
    static final Source GREG = summit("Greg Kroah-Hartman");
    static final Source BOTTOMLEY = summit("James Bottomley");
    static final Source VETTER = summit("Daniel Vetter");
    static final Source CARVALHO = summit("Mauro Carvalho");
    static final Source SCOPE_GUARD =
            new Source("Patch 1/5, rust: types: introduce ScopeGuard", "Wedson Almeida Filho", 2023);
    static final Source FOREIGN_OWNABLE =
            new Source("Patches 2/5 to 5/5, rust: types: introduce ForeignOwnable", "Wedson Almeida Filho", 2023);
    static final Source TASKS =
            new Source("Re: [TECH TOPIC] Rust for Linux, mail of 8 July 2021 to ksummit", "Wedson Almeida Filho", 2021);

    /// An article without a printed author or date; the year is that of the kernel version it describes.
    static final Source PLATFORM =
            new Source("Article on platform driver callbacks in Rust, on Linux 7.0", "author not named", 2026);

    static final Source PCI = new Source(
            "Getting PCI driver abstractions upstream, LWN.net report by Daroc Alden", "Danilo Krummrich", 2024);
    static final Source HERLIHY_WING = new Source(
            "Linearizability: A Correctness Condition for Concurrent Objects", "Maurice Herlihy, Jeannette Wing", 1990);

    static final Source KERNEL_HACKING =
            new Source("Unreliable Guide To Hacking The Linux Kernel", "Rusty Russell", 2000);

    static final Source MEMORY_MODEL = new Source(
            "Frightening Small Children and Disconcerting Grown-ups: Concurrency in the Linux Kernel",
            "Jade Alglave, Luc Maranget, Paul McKenney, Andrea Parri, Alan Stern",
            2018);
    static final Source KCSAN =
            new Source("Linux kernel documentation, The Kernel Concurrency Sanitizer", "Marco Elver", 2019);

    private Sources() {}

    private static Source summit(String author) {
        return new Source(SUMMIT, author, 2021);
    }
}
