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

  @R42
  Rule: A lookup gives what is pinned, and what can be looked up is not freed
    Open knows a number, and the table behind it the object. Between finding it and holding a reference, the lock
    of the table must be held, which removal takes too; and whoever frees the object takes it out first. That what
    is found is also initialised, is for R12 to say.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Wedson Almeida
    Filho, 2021, on a case of Jan Kara's.

    Example: remove waits for the last close
      Given the "scratch-i2c-dev" driver
      And its policy is P3=last-close
      And a bound scratch register
      Then every explored interleaving of 2 openers and 1 unplugger keeps R42

    Example: the object stays in the table until it is gone
      Given the "scratch-i2c-dev-unlists-late" driver
      And a bound scratch register
      When the device is unplugged
      Then the harness finds that R42 is broken

    Example: the lock is given back before the object is pinned
      Given the "scratch-i2c-dev-looks-without-pin" driver
      And a bound scratch register
      Then some explored interleaving of 2 openers and 1 unplugger breaks R42

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

  @R45
  Rule: A mapping never reaches another device
    A mapping can be used without any call, and remains when the file is closed and the device gone. What is
    behind it then is policy P7: DRM puts a page there that belongs to nobody, other drivers let the process have
    SIGBUS. Never is it what was plugged in at the same address since.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Laurent
    Pinchart and Daniel Vetter, 2021.

    Example: a page of zeroes
      Given the "frame-dummy-page" driver
      And its policy is P1=OK-numb
      And a bound frame buffer
      And a writer has opened it
      When the writer writes 7 to the register
      And the writer reads the register
      Then the writer is told 7
      When the device is unplugged
      And the writer reads the register
      Then the writer is told 0
      When the writer writes 3 to the register
      Then the writer is told success

    Example: a signal
      Given the "frame-sigbus" driver
      And its policy is P1=SIGBUS
      And a bound frame buffer
      And a writer has opened it
      When the writer reads the register
      Then the writer is told 0
      When the device is unplugged
      And the writer reads the register
      Then the writer is told EFAULT

    Example: mappings meet a device that goes and comes back
      Given the "frame-dummy-page" driver
      And a bound frame buffer
      Then every explored interleaving of 2 holders and 1 replugger keeps R45

    Example: mappings that are left reach the next device
      Given the "frame-leaves-mappings" driver
      And a bound frame buffer
      And a writer has opened it
      When the writer reads the register
      Then the writer is told 0
      When the device is unplugged
      And the device is plugged in again
      And the writer writes 5 to the register
      Then the harness finds that R45 is broken

    Example: a fault that asks nobody
      Given the "frame-faults-unguarded" driver
      And a bound frame buffer
      And a reader has opened it
      When the device is unplugged
      And the reader reads the register
      Then the harness finds that R45 is broken
