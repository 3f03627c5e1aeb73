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

  @R43
  Rule: Whatever a device says, nothing but its own answers suffers
    A virtio device is another machine, or the one that one rents time on. A number that comes from it is a number, not
    an index; a length is a claim; what was read from shared memory reads otherwise the next time. A driver that catches
    its device lying gives it up: every request ends, with an error, and nobody asks any more. No answer that a device
    can give makes the driver leave its memory, go round for ever, or free what somebody uses.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Andy Lutomirski,
    2021; Virtual I/O Device (VIRTIO) Version 1.2, OASIS, 2022.

    Example: a device that is caught is given up
      Given the "virtio-reg" driver
      And its policy is P1=EIO
      And a bound virtio register
      And a writer has opened it
      When the writer writes 3 to the register
      And the writer reads the register
      Then the writer is told 3
      When the device gives back a buffer that does not exist
      And the writer reads the register
      Then the writer is told EIO
      When the writer polls
      Then the writer sees HUP|ERR
      And closing the writer's file succeeds

    Example: whatever lie, whenever
      Given the "virtio-reg" driver
      And a bound virtio register
      Then every explored interleaving of 2 writers, 1 liar and 1 unplugger keeps R43

    Example: the number of a buffer is taken for an index
      Given the "virtio-reg-trusts-id" driver
      And a bound virtio register
      And a reader has opened it
      When the device gives back a buffer that does not exist
      And the reader reads the register
      Then the harness finds that R43 is broken

    Example: a buffer that comes back twice is completed twice
      Given the "virtio-reg-completes-twice" driver
      And a bound virtio register
      Then some explored interleaving of 2 writers and 1 liar breaks R43

    Example: as much is copied as the device says
      Given the "virtio-reg-trusts-length" driver
      And a bound virtio register
      And a reader has opened it
      When the device says that it wrote more than the buffer holds
      And the reader reads the register
      Then the harness finds that R43 is broken

    Example: the length is checked, and read again
      Given the "virtio-reg-fetches-twice" driver
      And a bound virtio register
      Then some explored interleaving of 2 writers and 1 liar breaks R43

    Example: the index jumps, and the driver follows
      Given the "virtio-reg-trusts-index" driver
      And a bound virtio register
      When the device says that it has given back thousands of buffers
      Then the harness finds that R43 is broken

    Example: the chain of descriptors is followed where the device can write
      Given the "virtio-reg-follows-ring" driver
      And a bound virtio register
      And a reader has opened it
      When the device writes to the table of descriptors
      And the reader reads the register
      Then the harness finds that R43 is broken

    Example: the driver goes round until a device answers that will not
      Given the "virtio-reg-spins" driver
      And a bound virtio register
      And a reader has opened it
      When the device says that it needs a reset
      And the reader reads the register
      Then the harness finds that R43 is broken

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

    @hlk-pnp-surprise-remove-io-before @hlk-pnp-surprise-remove-io-after
    Example: pulled out, with work before and after
      Given the "edu-rust-devres" driver
      And its policy is P1=ENXIO
      And a bound edu device
      And a writer has opened it
      When the writer writes 3 to the register
      And the writer reads the register
      Then the writer is told 3
      When the device is pulled out
      Then remove ends
      When the writer writes 5 to the register
      Then the writer is told ENXIO
      When the writer reads the register
      Then the writer is told ENXIO
      And closing the writer's file succeeds

    @hlk-pnp-surprise-remove-io-during
    Example: pulled out in the midst of work
      Given the "edu-gated" driver
      And a bound edu device
      Then every explored interleaving of 1 writer, 1 calculator, 1 waiter and 1 puller keeps R44

    Example: the neighbour on a shared line interrupts when the device is gone
      Given the "edu-intx" driver
      And a bound edu device
      Then every explored interleaving of 2 waiters, 1 reader and 1 puller keeps R44

    Example: a handler goes round until the status of a device that is gone is 0
      Given the "edu-intx-loops" driver
      And a bound edu device
      Then some explored interleaving of 1 waiter and 1 puller breaks R44

    Example: the busy bit of a device that is gone
      Given the "edu-busy-spin" driver
      And a bound edu device
      Then some explored interleaving of 1 calculator and 1 puller breaks R44

    Example: a device that was reset is told to work
      Given the "virtio-reg-notifies-after-reset" driver
      And a bound virtio register
      Then some explored interleaving of 2 writers and 1 unplugger breaks R44

  @R45
  Rule: A mapping never reaches another device
    A mapping can be used without any call, and remains when the file is closed and the device gone. What is
    behind it then is policy P7: DRM puts a page there that belongs to nobody, other drivers let the process have
    SIGBUS, or leave memory there that keeps what it showed last. Never is it what was plugged in at the same address since.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Laurent
    Pinchart and Daniel Vetter, 2021.

    Example: a page of zeroes
      Given the "frame-dummy-page" driver
      And its policy is P7=dummy-page
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
      And its policy is P7=SIGBUS
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

    Example: what was shown last
      Given the "frame-keeps-page" driver
      And its policy is P7=keep-until-munmap
      And a bound frame buffer
      And a writer has opened it
      When the writer writes 7 to the register
      And the writer reads the register
      Then the writer is told 7
      When the device is unplugged
      And the writer reads the register
      Then the writer is told 7
      When the device is plugged in again
      And a reader opens the device
      And the writer writes 3 to the register
      And the reader reads the register
      Then the reader is told 0
      When the writer reads the register
      Then the writer is told 3

    Example: memory that is kept meets a device that goes and comes back
      Given the "frame-keeps-page" driver
      And a bound frame buffer
      Then every explored interleaving of 2 holders and 1 replugger keeps R45
