Feature: Wider
  Devices sleep, and devices leave without a word.

  @R41
  Rule: Suspend and resume bring everything back, and nobody waits for ever
    The registers forget while the device sleeps; what was set before is set again. That the Rust port of the
    PL061 driver waits for itself in resume was found by reading.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Daniel
    Vetter, 2021.

    Example: an output drives its level after the sleep as before
      Given the "pl061-rust-revocable" driver
      And a bound PL061
      And a writer has opened it
      When the writer makes line 0 an output at 1
      And the device is suspended
      And the device is resumed
      Then the device is awake
      When the writer reads line 0
      Then the writer is told 1

    Example: writers, sleep and removal
      Given the "pl061-rust-revocable" driver
      And a bound PL061
      Then every explored interleaving of 2 writers, 1 suspender and 1 unplugger keeps R41

    Example: resume holds the lock and calls what takes it
      Given the "pl061-rust-revocable-resume-deadlock" driver
      And a bound PL061
      When the device is suspended
      And the device is resumed
      Then the harness finds that R41 is broken

  @R44
  Rule: All ones from a device that was pulled out mean that it is gone
    The hardware goes before the driver knows, and every register reads as all ones (policy P12, as on x86).
    A bit that the driver waits for is then set for ever.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Andy
    Lutomirski and Laurent Pinchart, 2021; kernel documentation, PCI/pci, Grant Grundler, 2006.

    Example: a dead handle of a device that was pulled out
      Given the "edu-gated" driver
      And its policy is P1=ENXIO
      And a bound edu device
      And a calculator has opened it
      When the calculator has the factorial of 5 computed
      Then the calculator is told 120
      When the device is pulled out
      And the calculator has the factorial of 5 computed
      Then the calculator is told ENXIO
      And closing the calculator's file succeeds

    Example: pulled out in the midst of computing and transferring
      Given the "edu-rust-devres" driver
      And a bound edu device
      Then every explored interleaving of 1 calculator, 1 waiter and 1 puller keeps R44

    Example: the busy bit of a device that is gone
      Given the "edu-busy-spin" driver
      And a bound edu device
      Then some explored interleaving of 1 calculator and 1 puller breaks R44
