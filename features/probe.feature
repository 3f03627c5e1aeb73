Feature: Probe
  A driver takes a device over in many steps, each of which may fail, and lets go of it in as many.

  @R9
  Rule: A probe that fails gives back what it took, and the next one is like the first
    The kernel may refuse any acquisition. What the steps before it took goes back, no more and no less.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Roland
    Dreier, 2021; LWN.net report on PCI driver abstractions, Danilo Krummrich, 2024.

    Example: the first acquisition is refused, and the driver is bound again
      Given the "pl061-cdev-disconnect" driver
      And a PL061
      And the kernel will refuse acquisition 1
      When the driver is bound
      Then probe answers ENOMEM
      When the driver is bound again
      Then probe answers success

    @hlk-pnp-failed-restart-io-before @hlk-pnp-failed-restart-io-after
    Example: a restart that fails, with work before and after, and one that does not
      Given the "edu-gated" driver
      And its policy is P1=ENXIO
      And a bound edu device
      And a calculator has opened it
      When the calculator has the factorial of 5 computed
      Then the calculator is told 120
      When the device is removed
      And the device is restarted, and the kernel refuses what is acquired first
      Then probe answers ENODEV
      When the calculator has the factorial of 5 computed
      Then the calculator is told ENXIO
      When a newcomer opens the device
      Then the newcomer is told ENXIO
      When the device is restarted
      Then probe answers success
      When a newcomer opens the device
      And the newcomer has the factorial of 5 computed
      Then the newcomer is told 120

    @hlk-pnp-failed-restart-io-during
    Example: a restart that fails in the midst of work
      Given the "edu-gated" driver
      And a bound edu device
      Then whatever acquisition of a restart fails, every explored interleaving of 2 calculators and 1 restarter keeps R9

    Example: each acquisition of a driver in the manner of C is refused in turn
      Given the "edu-gated" driver
      And an edu device
      Then whatever acquisition of probe fails, the driver keeps R9

    Example: each acquisition of a driver in the manner of Rust is refused in turn
      Given the "edu-rust-devres" driver
      And an edu device
      Then whatever acquisition of probe fails, the driver keeps R9

    Example: a power-up that failed is powered off by what was registered before it
      Given the "cy8ctma140-power-off-before-power-up" driver
      And a touch screen
      Then where some acquisition of probe fails, the driver breaks R9

    Example: the node stays where the pipes behind it cannot be allocated
      Given the "goldfish-pipe-forgets-node" driver
      And a pipe to the host
      Then where some acquisition of probe fails, the driver breaks R9

    Example: the path from a refused interrupt jumps past the state
      Given the "pl061-cdev-disconnect-goto-fail" driver
      And a PL061
      Then where some acquisition of probe fails, the driver breaks R9

    Example: the last path of all forgets the interrupt
      Given the "edu-gated-probe-leak" driver
      And an edu device
      Then where some acquisition of probe fails, the driver breaks R9

  @R10
  Rule: What devres is in charge of goes back in reverse order, by devres alone
    Managed resources are released when the device is unbound, the last acquired first. Who releases one by
    hand and leaves it in the list has it released twice.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Linus
    Walleij, 2021; on its limits Daniel Vetter, there.

    Example: unbinding releases the registers
      Given the "pl061-gpiolib-srcu-wakes-first" driver
      And a bound PL061
      When the device is unplugged
      Then remove ends

    Example: remove frees an interrupt that devres will free again
      Given the "pl061-cdev-disconnect-manual-free" driver
      And a bound PL061
      When the device is unplugged
      Then the harness finds that R10 is broken

  @R11
  Rule: A clean-up action runs once: at once if it cannot be registered, otherwise at unbind
    A chip that was powered up is powered off by an action that devres runs; "or reset" in the name of the
    function means that it runs at once where devres has no memory for it. Whoever does not use that function
    runs it by hand; whoever uses it does not.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Linus
    Walleij, 2021.

    Example: unbinding powers the chip off
      Given the "cy8ctma140" driver
      And a bound touch screen
      When the device is unplugged
      Then remove ends

    Example: whatever cannot be had, the chip is off afterwards
      Given the "cy8ctma140" driver
      And a touch screen
      Then whatever acquisition of probe fails, the driver keeps R11

    Example: nobody powers off a chip whose action was refused
      Given the "cy8ctma140-forgets-to-reset" driver
      And a touch screen
      Then where some acquisition of probe fails, the driver breaks R11

    Example: the error path powers off a chip that the action has powered off
      Given the "cy8ctma140-powers-down-twice" driver
      And a touch screen
      Then where some acquisition of probe fails, the driver breaks R11

  @R12
  Rule: Everything is initialised before anybody outside can reach it
    A node can be opened as soon as it is added, and an interrupt may come as soon as it is requested, also
    while probe is still at work, and even if probe fails in the end.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Daniel
    Vetter, 2021; article on platform driver callbacks in Rust, on Linux 7.0, author not named, 2026.

    Example: fingers and readers while the touch screen is being bound
      Given the "cy8ctma140" driver
      And a touch screen
      Then every explored interleaving of 1 binder, 1 signaller and 1 reader keeps R12

    Example: writers while the lines are being bound
      Given the "pl061-cdev-disconnect" driver
      And a PL061
      Then every explored interleaving of 1 binder and 2 writers keeps R12

    Example: a finger comes down before the properties of the screen are known
      Given the "cy8ctma140-irq-before-properties" driver
      And a touch screen
      Then some explored interleaving of 1 binder and 1 signaller breaks R12

    Example: attributes are shown before the lock that their methods take is made ready
      Given the "scratch-sysfs-shows-first" driver
      And a scratch register
      Then some explored interleaving of 1 binder and 2 writers breaks R12

    Example: a node is live before there is a place for the pipes that it opens
      Given the "goldfish-pipe-registers-first" driver
      And a pipe to the host
      Then some explored interleaving of 1 binder and 2 openers breaks R12

    Example: a node is live before the registers behind it are mapped
      Given the "pl061-cdev-disconnect-publishes-early" driver
      And a PL061
      Then some explored interleaving of 1 binder and 2 writers breaks R12

  @R13
  Rule: The driver's private data is borrowed only after it was set and while the device is bound
    An interrupt may come as soon as it was requested. Its handler finds the private data set, or does not
    look there.

    Source: article on platform driver callbacks in Rust, on Linux 7.0, author not named, 2026.

    Example: a pin rises while the driver is being bound
      Given the "pl061-cdev-disconnect" driver
      And a PL061
      Then every explored interleaving of 1 binder, 1 signaller and 1 unplugger keeps R13

    Example: the interrupt comes before the private data is set
      Given the "pl061-cdev-disconnect-early-drvdata" driver
      And a PL061
      Then some explored interleaving of 1 binder and 1 signaller breaks R13

    Example: remove drops what the interrupt still borrows
      Given the "scratch-rust-drops-in-remove" driver
      And a bound scratch register
      Then some explored interleaving of 2 writers and 1 unplugger breaks R13

  @R14
  Rule: Who asks for something names it as it was registered
    A pointer without a type, and a number that stands for an object, are taken at their word. Rust compares the
    type that is wanted with the type that was set; C frees an interrupt by the cookie it was requested with.

    Source: article on platform driver callbacks in Rust, on Linux 7.0, author not named, 2026; LWN.net report on
    PCI driver abstractions, Danilo Krummrich, 2024; Linux kernel CVE records, CVE-2022-49724.

    Example: the private data is borrowed as what it is
      Given the "scratch-rust" driver
      And a bound scratch register
      When the device is suspended
      And the device is resumed
      Then the device is awake

    Example: the private data is borrowed as what it holds
      Given the "scratch-rust-wrong-type" driver
      And a bound scratch register
      When the device is suspended
      Then the harness finds that R14 is broken

    Example: the interrupt is freed by another cookie than it was requested with
      Given the "pl061-cdev-disconnect-wrong-cookie" driver
      And a bound PL061
      When the device is unplugged
      Then the harness finds that R14 is broken

    Example: the interrupt is freed by the cookie it was requested with
      Given the "scratch-rust" driver
      And a bound scratch register
      Then every explored interleaving of 1 writer, 1 suspender and 1 unplugger keeps R14
