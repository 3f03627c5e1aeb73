Feature: After removal
  The device is gone, and its files are still open. What they reach is still there, tells them that it is dead,
  and lets them be closed.

  @R32
  Rule: Poll on a dead handle answers at once
    With which bits, the sources do not agree on (policy P2): gpiolib shows hang-up and error, ALSA error and
    invalid, V4L2 an urgent byte too, and a numb device nothing. An error number is not a mask, though posix
    clocks once gave one.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Laurent
    Pinchart, 2021.

    Example: hang-up and error
      Given the "pl061-cdev-disconnect" driver
      And its policy is P2=HUP|ERR
      And a bound PL061
      And a poller has opened it
      When the poller polls
      Then the poller sees nothing
      When the device is unplugged
      And the poller polls
      Then the poller sees HUP|ERR

    Example: a numb device shows nothing
      Given the "pl061-gpiolib-numb" driver
      And its policy is P2=numb-zero
      And a bound PL061
      And a poller has opened it
      When the device is unplugged
      And the poller polls
      Then the poller sees nothing

    Example: a register is ready until it is gone
      Given the "edu-gated" driver
      And its policy is P2=HUP|ERR
      And a bound edu device
      And a poller has opened it
      When the poller polls
      Then the poller sees IN|OUT
      When the device is unplugged
      And the poller polls
      Then the poller sees HUP|ERR

    Example: pollers meet the removal
      Given the "pl061-rust-revocable" driver
      And its policy is P2=HUP|ERR
      And a bound PL061
      Then every explored interleaving of 2 pollers and 1 unplugger keeps R32

    Example: an error number is no mask
      Given the "pl061-cdev-disconnect-polls-errno" driver
      And its policy is P2=HUP|ERR
      And a bound PL061
      And a poller has opened it
      When the device is unplugged
      And the poller polls
      Then the harness finds that R32 is broken

  @R33
  Rule: Closing a dead handle succeeds and does not access the device
    A user cannot do anything about a close that fails, and the device may be another one by now.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Laurent
    Pinchart, 2021.

    Example: closing after the removal
      Given the "edu-gated" driver
      And a bound edu device
      And a writer has opened it
      When the writer writes 2 to the register
      Then the writer is told success
      When the device is unplugged
      Then closing the writer's file succeeds

    Example: release writes a register
      Given the "edu-release-mmio" driver
      And a bound edu device
      And a writer has opened it
      When the device is unplugged
      And the writer closes the file
      Then the harness finds that R33 is broken

    Example: release tells the host of the close
      Given the "goldfish-pipe-closes-dead-pipe" driver
      And a bound pipe to the host
      And a reader has opened it
      When the device is unplugged
      And the reader closes the file
      Then the harness finds that R33 is broken

  @R34
  Rule: What an open file reaches stays allocated until the file is closed
    "Open, keep open, unplug, close": memory that is freed with the binding is gone when the close comes.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Laurent
    Pinchart, Wedson Almeida Filho and Linus Walleij, 2021.

    Example: the state lives until the last close
      Given the "pl061-rust-revocable" driver
      And a bound PL061
      And a reader has opened it
      When the device is unplugged
      And the reader reads line 0
      Then the reader is told ENXIO
      And closing the reader's file succeeds

    Example: whoever closes last
      Given the "edu-gated" driver
      And a bound edu device
      Then every explored interleaving of 2 holders and 1 unplugger keeps R34

    Example: the state is freed with the binding
      Given the "pl061-devm-state" driver
      And a bound PL061
      And a reader has opened it
      When the device is unplugged
      And the reader reads line 0
      Then the harness finds that R34 is broken

    Example: the state of a misc device is freed with the binding
      Given the "edu-misc-devm" driver
      And a bound edu device
      And a reader has opened it
      When the device is unplugged
      And the reader reads the register
      Then the harness finds that R34 is broken

    Example: the plainest case of all
      Given the "canary" driver
      And a bound PL061
      And a reader has opened it
      When the device is unplugged
      And the reader closes the file
      Then the harness finds that R34 is broken

    Example: a consumer has a copy of a pointer, and no reference
      Given the "scratch-revocable-copies-provider" driver
      And a bound scratch register
      And a reader has opened it
      When the device is unplugged
      And the reader reads the register
      Then the harness finds that R34 is broken

    Example: a task is freed while somebody reads it under RCU
      Given the "object-task-frees-under-readers" driver
      And an object in a table
      Then some explored interleaving of 2 upgraders and 1 remover breaks R34

  @R36
  Rule: What lives as long as a file reaches what lives as long as the device only under a guard
    To look whether the chip is still there is not enough: it may go between the look and the use.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Daniel
    Vetter, 2021; Linux kernel CVE records, CVE-2022-50453.

    Example: SRCU is held while the chip is used
      Given the "pl061-gpiolib-srcu-wakes-first" driver
      And a bound PL061
      Then every explored interleaving of 2 writers and 1 unplugger keeps R36

    Example: the chip goes between the look and the use
      Given the "pl061-gpiolib-numb" driver
      And its policy is P1=OK-numb and P3=nothing
      And a bound PL061
      Then some explored interleaving of 1 writer and 1 unplugger breaks R36

  @R40
  Rule: The code and data of a module outlive whoever can enter them
    A file that is open will be released, a timer that is armed will expire, and both enter the code of the driver. So a
    file pins the module that its operations belong to (`.owner`), and what the module has armed itself it stops before
    its exit function returns. Binding to a device pins nothing: unloading unbinds first. James Bottomley's point is
    that the module is the longest lifetime there is; Danilo Krummrich's, that some buffers live as long.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, James Bottomley,
    2021; Getting PCI driver abstractions upstream, LWN.net report by Daroc Alden, Danilo Krummrich, 2024.

    Example: a file is open
      Given the "sampler-module" driver
      And a bound scratch register
      And a reader has opened it
      When the driver is unloaded
      Then unloading answers EAGAIN
      When the reader closes the file
      And the driver is unloaded
      Then unloading answers success

    Example: whoever comes first, the file or the end of the module
      Given the "sampler-module" driver
      And a bound scratch register
      Then every explored interleaving of 2 writers and 1 unloader keeps R40

    Example: file operations without an owner
      Given the "sampler-module-forgets-owner" driver
      And a bound scratch register
      And a reader has opened it
      When the driver is unloaded
      And the reader closes the file
      Then the harness finds that R40 is broken

    Example: the timer of the module runs while its code goes
      Given the "sampler-module-leaves-timer" driver
      And a bound scratch register
      Then some explored interleaving of 2 openers and 1 unloader breaks R40

    Example: a module that puts itself in its own release
      Given the "sampler-module-counts-itself" driver
      And a bound scratch register
      Then some explored interleaving of 2 openers and 1 unloader breaks R40
