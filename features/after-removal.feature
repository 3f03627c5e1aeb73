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

    @kselftest-gpio-cdev-uaf-1 @kselftest-gpio-cdev-uaf-6 @kselftest-gpio-cdev-uaf-9
    Example: the file of a chip, of its events and of a request are polled after the chip was disabled
      Given the "pl061-gpiolib-srcu-wakes-first" driver
      And its policy is P1=ENODEV and P2=HUP|ERR
      And a bound PL061
      And a poller has opened it
      When the device is unplugged
      And the poller polls
      Then the poller sees HUP|ERR

    Example: a file of debugfs hangs up
      Given the "pipe-debugfs" driver
      And its policy is P2=HUP
      And a bound pipe to the host
      And a poller has opened it
      When the device is unplugged
      And the poller polls
      Then the poller sees HUP

    Example: a sound card is invalid
      Given the "pipe-alsa" driver
      And its policy is P2=ERR|NVAL
      And a bound pipe to the host
      And a poller has opened it
      When the device is unplugged
      And the poller polls
      Then the poller sees ERR|NVAL

    Example: a terminal is ready for everything, so that the next call meets the end
      Given the "pipe-tty" driver
      And its policy is P2=IN|OUT|ERR|HUP
      And a bound pipe to the host
      And a poller has opened it
      When the device is unplugged
      And the poller polls
      Then the poller sees IN|OUT|ERR|HUP

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

    @igt-core-hotunplug-hotunplug-rescan
    Example: pulled out while somebody has it open, closed, and found again
      Given the "edu-gated" driver
      And a bound edu device
      And a holder has opened it
      When the device is pulled out
      Then closing the holder's file succeeds
      When the device is plugged in again
      And a calculator opens the device
      And the calculator has the factorial of 4 computed
      Then the calculator is told 24

    @igt-core-hotunplug-hotrebind-lateclose @igt-core-hotunplug-hotrebind
    Example: bound again before the last file of the old instance is closed
      Given the "scratch-memdev" driver
      And a bound scratch register
      And a holder has opened it
      When the device is unplugged
      And the device is plugged in again
      And a reader opens the device
      And the reader reads the register
      Then the reader is told 0
      And closing the holder's file succeeds
      When the reader reads the register
      Then the reader is told 0

    @igt-core-hotunplug-hotreplug-lateclose @igt-core-hotunplug-hotreplug
    Example: plugged in again before the last file of the old device is closed
      Given the "edu-gated" driver
      And a bound edu device
      And a holder has opened it
      When the device is pulled out
      And the device is plugged in again
      And a calculator opens the device
      And the calculator has the factorial of 5 computed
      Then the calculator is told 120
      And closing the holder's file succeeds
      When the calculator has the factorial of 3 computed
      Then the calculator is told 6

    @igt-core-hotunplug-hotreplug-lateclose
    Example: a graphics device is plugged in again before the last file of the old one is closed
      Given the "edu-drm" driver
      And a bound edu device
      And a holder has opened it
      When the device is pulled out
      And the device is plugged in again
      And a writer opens the device
      Then the writer is told ENXIO
      And closing the holder's file succeeds
      When the device is unplugged
      And the device is plugged in again
      And the writer opens the device
      Then the writer is told success
      When the writer writes 2 to the register
      And the writer reads the register
      Then the writer is told 2

    Example: closing a file of a graphics device flushes hardware that is gone
      Given the "edu-drm-touches-at-close" driver
      And a bound edu device
      And a holder has opened it
      When the device is unplugged
      And the holder closes the file
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

    Example: memory that files reach is managed by the device that they opened
      Given the "edu-drm" driver
      And a bound edu device
      And a poller has opened it
      When the device is unplugged
      And the poller polls
      Then the poller sees HUP|ERR
      And closing the poller's file succeeds

    @kunit-revocable-provider-use-after-free
    Example: a consumer outlives the provider
      Given the "scratch-revocable" driver
      And a bound scratch register
      And a reader has opened it
      When the device is unplugged
      And the reader reads the register
      Then the reader is told ENODEV
      And closing the reader's file succeeds

    Example: a consumer holds what is kept of its supplier
      Given the "pl061-gpiod-consumer" driver
      And a bound PL061
      And a reader has opened it
      When the device is unplugged
      And the reader reads line 0
      Then the reader is told ENODEV
      And closing the reader's file succeeds

    Example: closing one of two descriptors frees what the file has
      Given the "scratch-revocable-frees-at-flush" driver
      And a bound scratch register
      And a holder has opened it
      When the holder duplicates the descriptor
      And the holder closes the file
      And the device is unplugged
      And the holder writes 5 through the duplicate
      Then the harness finds that R34 is broken

  @R35
  Rule: What several interfaces share goes with the last of them
    A camera has a node for pictures and one for what is known about them, and both hand out the same buffers.
    Closing one of them says nothing about the other. A group that counts its cdevs was proposed (ures_group) and
    not merged; the managed release of DRM is its only instance.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Laurent
    Pinchart and Daniel Vetter, 2021.

    Example: two nodes, closed one after the other
      Given the "capture-media" driver
      And its policy is P1=ENODEV and P2=ERR|HUP|PRI
      And a bound camera
      And a reader has opened it
      And a watcher has opened it
      When the device is unplugged
      And the watcher reads the register
      Then the watcher is told ENODEV
      And closing the watcher's file succeeds
      When the reader polls
      Then the reader sees ERR|HUP|PRI
      And closing the reader's file succeeds

    Example: whichever goes last
      Given the "capture-media" driver
      And a bound camera
      Then every explored interleaving of 2 holders and 1 unplugger keeps R35

    Example: the first one takes it along
      Given the "capture-media-frees-with-first-node" driver
      And a bound camera
      Then some explored interleaving of 2 holders and 1 unplugger breaks R35

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

    Example: memory that files reach is left to devres
      Given the "edu-drm-mixes-devm" driver
      And a bound edu device
      And a poller has opened it
      When the device is unplugged
      And the poller polls
      Then the harness finds that R36 is broken

    Example: a consumer inside the kernel asks for the chip of its line whenever it uses it
      Given the "pl061-gpiod-consumer" driver
      And its policy is P4=resource
      And a bound PL061
      And a writer has opened it
      When the writer makes line 0 an output at 1
      Then the writer is told success
      When the device is unplugged
      And the writer sets line 0 to 0
      Then the writer is told ENODEV

    Example: a consumer inside the kernel remembers the chip of its line
      Given the "pl061-gpiod-consumer-caches-chip" driver
      And a bound PL061
      And a writer has opened it
      When the device is unplugged
      And the writer sets line 0 to 1
      Then the harness finds that R36 is broken

    Example: a consumer inside the kernel asks the core for the supply whenever it uses it
      Given the "scratch-regulator" driver
      And its policy is P4=calls
      And a bound scratch register
      And a writer has opened it
      When the writer writes 5 to the register
      Then the writer is told success
      When the device is unplugged
      And the writer writes 6 to the register
      Then the writer is told ENODEV
      And closing the writer's file succeeds

    Example: the core lets a consumer call the driver of a supply that was unregistered
      Given the "scratch-regulator-keeps-driver" driver
      And a bound scratch register
      And a writer has opened it
      When the device is unplugged
      And the writer writes 6 to the register
      Then the harness finds that R36 is broken

  @R37
  Rule: A handle that has seen the device dead stays dead
    A device that is plugged in again is another one, even at the same place and under the same number (policy
    P11): nobody knows what it was told before. Memory that an old handle still refers to is not used again for
    the new instance.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Andy
    Lutomirski, 2021.

    Example: dead before and after the device comes back
      Given the "scratch-memdev" driver
      And a bound scratch register
      And a reader has opened it
      When the device is unplugged
      And the reader reads the register
      Then the reader is told ENXIO
      When the device is plugged in again
      And the reader reads the register
      Then the reader is told ENXIO

    Example: old handles and a new instance
      Given the "scratch-memdev" driver
      And a bound scratch register
      Then every explored interleaving of 2 holders and 1 replugger keeps R37

    @hlk-pnp-remove-restart-io-before @hlk-pnp-remove-restart-io-after
    Example: removed and restarted, with work before and after
      Given the "edu-rust-devres" driver
      And its policy is P1=ENXIO
      And a bound edu device
      And a calculator has opened it
      When the calculator has the factorial of 5 computed
      Then the calculator is told 120
      When the device is removed
      Then remove ends
      When the calculator has the factorial of 5 computed
      Then the calculator is told ENXIO
      When the device is restarted
      Then probe answers success
      When the calculator has the factorial of 5 computed
      Then the calculator is told ENXIO
      When a newcomer opens the device
      And the newcomer has the factorial of 5 computed
      Then the newcomer is told 120
      And closing the calculator's file succeeds

    @hlk-pnp-remove-restart-io-during
    Example: removed and restarted in the midst of work
      Given the "edu-rust-devres" driver
      And a bound edu device
      Then every explored interleaving of 2 holders, 1 calculator and 1 restarter keeps R37

    @hlk-pnp-rescan-io-before @hlk-pnp-rescan-io-after
    Example: a rescan leaves alone what is there, and finds what came back
      Given the "edu-gated" driver
      And its policy is P1=ENXIO
      And a bound edu device
      And a calculator has opened it
      When the calculator has the factorial of 5 computed
      Then the calculator is told 120
      When the bus is scanned again
      Then probe answers EBUSY
      When the calculator has the factorial of 4 computed
      Then the calculator is told 24
      When the device is pulled out
      And the calculator has the factorial of 4 computed
      Then the calculator is told ENXIO
      When the bus is scanned again
      Then probe answers success
      When the calculator has the factorial of 4 computed
      Then the calculator is told ENXIO
      When a newcomer opens the device
      And the newcomer has the factorial of 4 computed
      Then the newcomer is told 24

    @hlk-pnp-rescan-io-during
    Example: rescans in the midst of work, while the device is pulled out
      Given the "edu-gated" driver
      And a bound edu device
      Then every explored interleaving of 2 holders, 1 puller and 2 binders keeps R37

    Example: a dead handle comes alive
      Given the "scratch-memdev-reconnects-handles" driver
      And a bound scratch register
      And a reader has opened it
      When the device is unplugged
      And the device is plugged in again
      And the reader reads the register
      Then the reader is told ENXIO
      When the reader reads the register
      Then the harness finds that R37 is broken

    Example: the cdev of the old instance serves the new one
      Given the "scratch-memdev-reinitialises-cdev" driver
      And a bound scratch register
      And a reader has opened it
      When the device is unplugged
      And the device is plugged in again
      Then the harness finds that R37 is broken

    Example: a graphics device comes back behind another node while the old one is open
      Given the "edu-drm" driver
      And its policy is P11=new-instance-new-minor
      And a bound edu device
      And a holder has opened it
      When the device is unplugged
      And the device is plugged in again
      And a reader opens the device
      Then the reader is told ENXIO
      When the holder reads the register
      Then the holder is told ENODEV
      When the holder reads the register
      Then the holder is told ENODEV

    Example: the same, where numbers go by the place
      Given the "edu-gated" driver
      And its policy is P1=ENXIO
      And a bound edu device
      And a holder has opened it
      When the device is unplugged
      And the device is plugged in again
      And a reader opens the device
      Then the reader is told success
      When the holder reads the register
      Then the holder is told ENXIO
      When the holder reads the register
      Then the holder is told ENXIO

    Example: a graphics device comes back behind another node once the old one is closed
      Given the "edu-drm" driver
      And a bound edu device
      Then every explored interleaving of 2 holders and 1 replugger keeps R37

  @R38
  Rule: A parent outlives its children
    The nodes of a camera are children of the bridge, and a file that is open keeps its node. The driver core
    holds the parent only as long as the child is registered; after that it is for the child to do so, until its
    release callback is done.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Mauro
    Carvalho, 2021.

    Example: an open node keeps the bridge
      Given the "capture-media" driver
      And a bound camera
      Then every explored interleaving of 2 holders and 1 unplugger keeps R38

    Example: a node that does not hold the bridge
      Given the "capture-media-forgets-parent" driver
      And a bound camera
      And a reader has opened it
      When the device is unplugged
      Then the harness finds that R38 is broken

  @R39
  Rule: Unbinding does not free what the cdev refers to, nor the last close what is bound
    A struct device and a struct cdev have a count each. A cdev that is embedded in an object must hold that
    object, which is what cdev_device_add is for; otherwise the release of a file, or of the device, frees the
    cdev under whoever still has it open.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Greg
    Kroah-Hartman, 2021.

    Example: the cdev holds the device that it lies in
      Given the "scratch-memdev" driver
      And a bound scratch register
      Then every explored interleaving of 2 openers and 1 unplugger keeps R39

    Example: the cdev and the device are added side by side
      Given the "scratch-memdev-adds-plainly" driver
      And a bound scratch register
      And a reader has opened it
      When the device is unplugged
      And the reader closes the file
      Then the harness finds that R39 is broken

    Example: the last close frees a device that is bound
      Given the "scratch-memdev-frees-at-last-close" driver
      And a bound scratch register
      And a reader has opened it
      When the reader closes the file
      Then the harness finds that R39 is broken

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

    Example: a module that owns its registration with the bus
      Given the "edu-rust-module" driver
      And a bound edu device
      And a reader has opened it
      When the driver is unloaded
      Then unloading answers EAGAIN
      When the reader closes the file
      And the driver is unloaded
      Then unloading answers success

    Example: whoever comes first, work or the end of the module
      Given the "edu-rust-module" driver
      And a bound edu device
      Then every explored interleaving of 1 reader, 1 waiter and 1 unloader keeps R40

    Example: the bus calls a driver whose module is gone
      Given the "edu-rust-module-forgets-registration" driver
      And a bound edu device
      When the driver is unloaded
      And the device is unplugged
      Then the harness finds that R40 is broken

    Example: a module that puts itself in its own release
      Given the "sampler-module-counts-itself" driver
      And a bound scratch register
      Then some explored interleaving of 2 openers and 1 unloader breaks R40
