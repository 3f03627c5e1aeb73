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

    Example: each acquisition of a driver in the manner of C is refused in turn
      Given the "edu-gated" driver
      And an edu device
      Then whatever acquisition of probe fails, the driver keeps R9

    Example: each acquisition of a driver in the manner of Rust is refused in turn
      Given the "edu-rust-devres" driver
      And an edu device
      Then whatever acquisition of probe fails, the driver keeps R9

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
