Feature: Removal
  The device goes away while it is in use. These rules say what holds from the moment when that is decided until
  remove has returned, and for every operation that begins afterwards.

  @R20
  Rule: What begins after remove has returned gets the dead answer
    Which answer that is, the sources do not agree on (policy P1). ENXIO is Laurent Pinchart's answer and that of
    the Rust port of the PL061 driver, whose operations without a return value do nothing; ENODEV is what gpiolib
    says since Linux 6.9; from 4.6 to 6.8 it said that all was well ("numbed", Linus Walleij, 2021).

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Laurent
    Pinchart and Andy Lutomirski, 2021.

    Example: a dead handle answers ENXIO
      Given the "pl061-cdev-disconnect" driver
      And its policy is P1=ENXIO
      And a bound PL061
      And a reader has opened it
      When the device is unplugged
      And the reader reads line 0
      Then the reader is told ENXIO
      And closing the reader's file succeeds

    Example: a dead handle answers ENODEV
      Given the "pl061-gpiolib-srcu-wakes-first" driver
      And its policy is P1=ENODEV
      And a bound PL061
      And a reader has opened it
      When the device is unplugged
      And the reader reads line 0
      Then the reader is told ENODEV
      And closing the reader's file succeeds

    Example: what can fail answers ENXIO, and what cannot does nothing
      Given the "pl061-rust-revocable" driver
      And its policy is P1=ENXIO-void-numb
      And a bound PL061
      And a writer has opened it
      When the device is unplugged
      And the writer makes line 0 an output at 1
      Then the writer is told ENXIO
      When the writer sets line 0 to 1
      Then the writer is told success
      And closing the writer's file succeeds

    Example: a numb device says that all is well
      Given the "pl061-gpiolib-numb" driver
      And its policy is P1=OK-numb
      And a bound PL061
      And pin 0 goes up
      And a reader has opened it
      When the reader reads line 0
      Then the reader is told 1
      When the device is unplugged
      And the reader reads line 0
      Then the reader is told 0

    Example: nobody gets a live answer, however late they were let in
      Given the "edu-rust-devres" driver
      And its policy is P1=ENXIO
      And a bound edu device
      Then every explored interleaving of 2 holders and 1 unplugger keeps R20

    Example: a dead handle answers as though it lived
      Given the "pl061-cdev-disconnect-live-after-remove" driver
      And its policy is P1=ENXIO
      And a bound PL061
      And a reader has opened it
      When the device is unplugged
      And the reader reads line 0
      Then the harness finds that R20 is broken

    Example: an attribute in sysfs is gone with its driver
      Given the "scratch-sysfs" driver
      And its policy is P1=ENODEV and P2=IN|OUT|ERR|PRI
      And a bound scratch register
      And a reader has opened it
      When the reader reads the register
      Then the reader is told 0
      When the device is unplugged
      And the reader reads the register
      Then the reader is told ENODEV
      When the reader polls
      Then the reader sees IN|OUT|ERR|PRI

    @kselftest-gpio-cdev-uaf-2 @kselftest-gpio-cdev-uaf-5 @kselftest-gpio-cdev-uaf-8
    Example: the file of a chip, of its events and of a request are read after the chip was disabled
      Given the "pl061-gpiolib-srcu-wakes-first" driver
      And its policy is P1=ENODEV and P2=HUP|ERR
      And a bound PL061
      And a reader has opened it
      When the device is unplugged
      And the reader asks for an event
      Then the reader is told ENODEV

    @kselftest-gpio-cdev-uaf-3 @kselftest-gpio-cdev-uaf-4 @kselftest-gpio-cdev-uaf-7 @kselftest-gpio-cdev-uaf-10
    Example: lines are asked for through every kind of file after the chip was disabled
      Given the "pl061-gpiolib-srcu-wakes-first" driver
      And its policy is P1=ENODEV and P2=HUP|ERR
      And a bound PL061
      And a writer has opened it
      When the device is unplugged
      And the writer reads line 0
      Then the writer is told ENODEV
      When the writer sets line 0 to 1
      Then the writer is told ENODEV
      When the writer makes line 0 an output at 1
      Then the writer is told ENODEV

    Example: a file of debugfs that was removed
      Given the "pipe-debugfs" driver
      And its policy is P1=EIO and P2=HUP
      And a bound pipe to the host
      And a reader has opened it
      When the device is unplugged
      And the reader asks for an event
      Then the reader is told EIO
      When an opener opens the device
      Then the opener is told ENXIO

    Example: a sound card that was disconnected
      Given the "pipe-alsa" driver
      And its policy is P1=ENODEV and P2=ERR|NVAL
      And a bound pipe to the host
      And a reader has opened it
      When the device is unplugged
      And the reader asks for an event
      Then the reader is told ENODEV

    Example: a terminal that has hung up is at its end
      Given the "pipe-tty" driver
      And its policy is P1=EOF and P2=IN|OUT|ERR|HUP
      And a bound pipe to the host
      And a reader has opened it
      When the device is unplugged
      And the reader asks for an event
      Then the reader is told 0

    Example: a call on a graphics device that is gone is told so
      Given the "edu-drm" driver
      And its policy is P1=ENODEV-or-fake-success
      And a bound edu device
      And a writer has opened it
      When the device is unplugged
      And the writer writes 2 to the register
      Then the writer is told ENODEV
      When the writer reads the register
      Then the writer is told ENODEV

    Example: a consumer inside the kernel is told that its supplier is gone
      Given the "pl061-gpiod-consumer" driver
      And its policy is P1=ENODEV
      And a bound PL061
      And a writer has opened it
      When the writer makes line 0 an output at 1
      Then the writer is told success
      When the device is unplugged
      And the writer sets line 0 to 0
      Then the writer is told ENODEV
      And closing the writer's file succeeds

  @R21
  Rule: Remove does not return while an operation that it let in is still inside
    Who was let in before the cut-off may finish, and uses what remove is about to take away. Remove waits for
    the calls in flight (policy P3); which of them may still sleep is another question.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Laurent
    Pinchart and Wedson Almeida Filho, 2021.

    Example: a count of calls lets the last one leave
      Given the "pl061-cdev-disconnect" driver
      And its policy is P3=calls-in-flight and P4=calls
      And a bound PL061
      Then every explored interleaving of 2 readers and 1 unplugger keeps R21

    Example: revoking the resources waits for whoever uses them
      Given the "pl061-rust-revocable" driver
      And its policy is P3=calls-in-flight and P4=resource
      And a bound PL061
      Then every explored interleaving of 2 writers and 1 unplugger keeps R21

    Example: remove does not wait
      Given the "pl061-cdev-disconnect-skips-wait" driver
      And a bound PL061
      Then some explored interleaving of 2 readers and 1 unplugger breaks R21

    Example: debugfs waits for who is inside
      Given the "pipe-debugfs" driver
      And its policy is P3=calls-in-flight and P4=calls
      And a bound pipe to the host
      Then every explored interleaving of 2 readers and 1 unplugger keeps R21

    Example: debugfs before it had a proxy
      Given the "pipe-debugfs-removes-unprotected" driver
      And a bound pipe to the host
      Then some explored interleaving of 2 readers and 1 unplugger breaks R21

    Example: unplugging waits for those who are between enter and exit
      Given the "edu-drm" driver
      And its policy is P3=calls-in-flight and P4=resource
      And a bound edu device
      Then every explored interleaving of 2 writers and 1 unplugger keeps R21

    Example: unplugging waits for nobody
      Given the "edu-drm-unplugs-at-once" driver
      And a bound edu device
      Then some explored interleaving of 2 writers and 1 unplugger breaks R21

  @R22
  Rule: Remove wakes who sleeps, and they come back
    A reader who waits for an event of a device that is gone would wait for ever.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Laurent
    Pinchart, 2021.

    Example: a sleeping reader is told that the device is gone
      Given the "pl061-cdev-disconnect" driver
      And its policy is P1=ENXIO
      And a bound PL061
      And a reader has opened it
      When the reader waits for an event
      And the device is unplugged
      Then the reader is told ENXIO
      And remove ends

    Example: gpiolib's answer is another one
      Given the "pl061-gpiolib-srcu-wakes-first" driver
      And its policy is P1=ENODEV
      And a bound PL061
      And a reader has opened it
      When the reader waits for an event
      And the device is unplugged
      Then the reader is told ENODEV
      And remove ends

    Example: who waits for a transfer comes back, whenever the device goes
      Given the "edu-gated" driver
      And a bound edu device
      Then every explored interleaving of 2 waiters and 1 unplugger keeps R22

    Example: remove forgets who sleeps
      Given the "pl061-cdev-disconnect-forgets-sleepers" driver
      And a bound PL061
      And a reader has opened it
      When the reader waits for an event
      And the device is unplugged
      Then the harness finds that R22 is broken

    Example: nobody tells a transfer that its interrupt will never come
      Given the "edu-gated-ignores-pending-transfer" driver
      And a bound edu device
      Then some explored interleaving of 1 waiter and 1 puller breaks R22

    Example: a reader of a pipe waits for a host that is gone
      Given the "goldfish-pipe-lets-readers-sleep" driver
      And a bound pipe to the host
      And a reader has opened it
      When the reader waits for an event
      And the device is unplugged
      Then the harness finds that R22 is broken

    Example: a call on a file of debugfs is cancelled
      Given the "pipe-debugfs" driver
      And its policy is P1=EIO
      And a bound pipe to the host
      And a reader has opened it
      When the reader waits for an event
      And the device is unplugged
      Then the reader is told EIO
      And remove ends

    Example: removal of a file of debugfs cancels nothing where somebody is inside
      Given the "pipe-debugfs-waits-without-cancelling" driver
      And a bound pipe to the host
      And a reader has opened it
      When the reader waits for an event
      And the device is unplugged
      Then the harness finds that R22 is broken

    Example: who waits for sound is told that the card is gone
      Given the "pipe-alsa" driver
      And its policy is P1=ENODEV
      And a bound pipe to the host
      And a reader has opened it
      When the reader waits for an event
      And the device is unplugged
      Then the reader is told ENODEV
      And remove ends

    Example: files of a sound card get other operations, and who is inside of the old ones sleeps on
      Given the "pipe-alsa-leaves-sleepers" driver
      And a bound pipe to the host
      And a reader has opened it
      When the reader waits for an event
      And the device is unplugged
      Then the harness finds that R22 is broken

    Example: who reads from a terminal is at the end when it hangs up
      Given the "pipe-tty" driver
      And its policy is P1=EOF
      And a bound pipe to the host
      And a reader has opened it
      When the reader waits for an event
      And the device is unplugged
      Then the reader is told 0
      And remove ends

    Example: the user of a device is asked to let go, and lets go
      Given the "pipe-vfio" driver
      And its policy is P1=ENODEV and P3=last-close-with-request
      And a bound pipe to the host
      And a user has opened it
      When the user waits for an event
      And removal of the device begins
      Then the user is told ENODEV
      And closing the user's file succeeds
      And remove ends

    Example: nobody asks the user to let go
      Given the "pipe-vfio-never-asks" driver
      And a bound pipe to the host
      And a user has opened it
      When the user waits for an event
      And removal of the device begins
      And the user closes the file
      Then the harness finds that R22 is broken

  @R23
  Rule: After remove has returned nobody accesses the device, nor does the device access memory
    No register, no configuration space, no DMA, from whatever context. A transfer that the device still
    performs on memory that was given back is the worst of them.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Laurent
    Pinchart, 2021; kernel documentation, PCI/pci, Grant Grundler, 2006.

    Example: transfers end before the buffer goes
      Given the "edu-gated" driver
      And a bound edu device
      Then every explored interleaving of 2 waiters and 1 unplugger keeps R23

    Example: revoked registers are not reached any more
      Given the "edu-rust-devres" driver
      And a bound edu device
      Then every explored interleaving of 1 waiter, 1 writer and 1 unplugger keeps R23

    Example: the buffer goes while the device still writes to it
      Given the "edu-gated-frees-dma-early" driver
      And a bound edu device
      Then some explored interleaving of 1 waiter and 1 unplugger breaks R23

  @R24
  Rule: Timers, work and interrupts are stopped before what they use is freed
    Cancelling is not enough where something can arm it again, and stopping is not enough where nobody waits for
    a callback that has begun.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Daniel
    Vetter and Laurent Pinchart, 2021.

    Example: an interrupt comes during the removal
      Given the "pl061-cdev-disconnect" driver
      And a bound PL061
      Then every explored interleaving of 1 waiter, 1 signaller and 1 unplugger keeps R24

    Example: a watchdog is shut down, and the interrupt freed
      Given the "edu-gated" driver
      And a bound edu device
      Then every explored interleaving of 2 waiters and 1 unplugger keeps R24

    Example: the interrupt is left to devres, and the state is not
      Given the "pl061-cdev-disconnect-irq-after-free" driver
      And a bound PL061
      Then some explored interleaving of 1 signaller and 1 unplugger breaks R24

    Example: the watchdog is disarmed, and nobody waits for it
      Given the "edu-gated-timer" driver
      And a bound edu device
      Then some explored interleaving of 2 waiters and 1 unplugger breaks R24

    Example: readers of a pipe, and the host that answers them, during the removal
      Given the "goldfish-pipe" driver
      And a bound pipe to the host
      Then every explored interleaving of 1 waiter, 1 signaller and 1 unplugger keeps R24

    Example: remove frees what an interrupt uses that devres frees
      Given the "goldfish-pipe-frees-under-irq" driver
      And a bound pipe to the host
      Then some explored interleaving of 1 opener, 1 signaller and 1 unplugger breaks R24

    Example: the power goes before the interrupt, because it was left to devres after it
      Given the "cy8ctma140-power-off-before-free-irq" driver
      And a bound touch screen
      Then some explored interleaving of 1 signaller and 1 unplugger breaks R24

    Example: remove powers the chip off, and devres frees the interrupt afterwards
      Given the "cy8ctma140-powers-down-in-remove" driver
      And a bound touch screen
      Then some explored interleaving of 1 signaller and 1 unplugger breaks R24

    Example: a timer is shut down when nothing can arm it any more
      Given the "sampler-timer" driver
      And a bound scratch register
      Then every explored interleaving of 2 writers and 1 unplugger keeps R24

    Example: a timer is deleted, and the interrupt arms it again
      Given the "sampler-timer-rearmed" driver
      And a bound scratch register
      Then some explored interleaving of 2 writers and 1 unplugger breaks R24

    Example: a timer that is not pending may be running
      Given the "sampler-timer-not-pending" driver
      And a bound scratch register
      Then some explored interleaving of 2 writers and 1 unplugger breaks R24

    Example: work is cancelled when nothing can queue it any more
      Given the "sampler-work" driver
      And a bound scratch register
      Then every explored interleaving of 2 writers and 1 unplugger keeps R24

    Example: work is cancelled, and the interrupt queues it again
      Given the "sampler-work-requeued" driver
      And a bound scratch register
      Then some explored interleaving of 2 writers and 1 unplugger breaks R24

    Example: work that is not pending may be running
      Given the "sampler-work-not-pending" driver
      And a bound scratch register
      Then some explored interleaving of 2 writers and 1 unplugger breaks R24

    Example: delayed work is disabled for good
      Given the "sampler-delayed-work" driver
      And a bound scratch register
      Then every explored interleaving of 2 writers and 1 unplugger keeps R24

    Example: delayed work is flushed, and the interrupt queues it again
      Given the "sampler-delayed-work-requeued" driver
      And a bound scratch register
      Then some explored interleaving of 2 writers and 1 unplugger breaks R24

    Example: delayed work that is not pending may be running
      Given the "sampler-delayed-work-not-pending" driver
      And a bound scratch register
      Then some explored interleaving of 2 writers and 1 unplugger breaks R24

    Example: a tasklet is killed when nothing can schedule it any more
      Given the "sampler-tasklet" driver
      And a bound scratch register
      Then every explored interleaving of 2 writers and 1 unplugger keeps R24

    Example: a tasklet is killed, and the interrupt schedules it again
      Given the "sampler-tasklet-rescheduled" driver
      And a bound scratch register
      Then some explored interleaving of 2 writers and 1 unplugger breaks R24

    Example: a tasklet that is not scheduled may be running
      Given the "sampler-tasklet-not-scheduled" driver
      And a bound scratch register
      Then some explored interleaving of 2 writers and 1 unplugger breaks R24

    Example: freeing an interrupt waits for its thread
      Given the "sampler-threaded-irq" driver
      And a bound scratch register
      Then every explored interleaving of 2 writers and 1 unplugger keeps R24

    Example: the thread of an interrupt has ended, and the next interrupt comes
      Given the "sampler-threaded-irq-rearmed" driver
      And a bound scratch register
      Then some explored interleaving of 2 writers and 1 unplugger breaks R24

    Example: masking an interrupt does not wait for its thread
      Given the "sampler-threaded-irq-not-waited-for" driver
      And a bound scratch register
      Then some explored interleaving of 2 writers and 1 unplugger breaks R24

    Example: a thread is stopped before what it uses goes
      Given the "sampler-kthread" driver
      And a bound scratch register
      Then every explored interleaving of 2 writers and 1 unplugger keeps R24

    Example: nobody stops the thread
      Given the "sampler-kthread-never-stopped" driver
      And a bound scratch register
      Then some explored interleaving of 2 writers and 1 unplugger breaks R24

    Example: a thread that has nothing to do is still there
      Given the "sampler-kthread-not-busy" driver
      And a bound scratch register
      Then some explored interleaving of 2 writers and 1 unplugger breaks R24

    Example: work that arms a timer is stopped before the timer
      Given the "sampler-timer-and-work" driver
      And a bound scratch register
      Then every explored interleaving of 2 writers and 1 unplugger keeps R24

    Example: the timer is stopped, and the work that is flushed arms it again
      Given the "sampler-work-arms-timer" driver
      And a bound scratch register
      Then some explored interleaving of 2 writers and 1 unplugger breaks R24

  @R25
  Rule: Nobody enters the driver through an upper layer that should have been unregistered
    A driver registers with upper layers, which call it. It unregisters before it frees what their callbacks use:
    who leaves that to devres and frees by hand has the order wrong, for devres comes after remove (policy P6,
    registrations first). Where the gate lies in the driver itself, as with a bare cdev, open files must still
    enter it to be told that the device is gone; what the sentence of the source forbids then is that anybody
    finds the node.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Laurent
    Pinchart, 2021.

    Example: the upper layer answers for a driver that has left
      Given the "scratch-nvmem" driver
      And its policy is P1=ENODEV and P2=IN|OUT|ERR|PRI
      And a bound scratch register
      And a reader has opened it
      When the reader reads the register
      Then the reader is told 0
      When the device is unplugged
      And the reader reads the register
      Then the reader is told ENODEV
      When the reader polls
      Then the reader sees IN|OUT|ERR|PRI

    Example: registrations go first
      Given the "scratch-nvmem" driver
      And a bound scratch register
      Then every explored interleaving of 2 writers and 1 unplugger keeps R25

    Example: the order of the PCI howto
      Given the "edu-howto" driver
      And its policy is P6=pci-howto
      And a bound edu device
      Then every explored interleaving of 1 reader, 1 waiter and 1 unplugger keeps R25

    Example: whoever is unregistered first has nothing to keep out any more
      Given the "edu-upper-first" driver
      And its policy is P6=registrations-first
      And a bound edu device
      Then every explored interleaving of 1 reader, 1 waiter and 1 unplugger keeps R25

    Example: the order of the PCI howto is promised, and another one kept
      Given the "edu-howto-unregisters-first" driver
      And its policy is P6=pci-howto
      And a bound edu device
      When the device is unplugged
      Then the harness finds that R25 is broken

    Example: it is promised that others are turned away first, and the interrupt goes before
      Given the "edu-upper-first-unregisters-late" driver
      And its policy is P6=registrations-first
      And a bound edu device
      When the device is unplugged
      Then the harness finds that R25 is broken

    Example: devres unregisters after remove has freed
      Given the "scratch-nvmem-frees-before-devres" driver
      And a bound scratch register
      Then some explored interleaving of 1 writer and 1 unplugger breaks R25

    Example: the registers go before the attribute that reads them
      Given the "scratch-sysfs-frees-first" driver
      And a bound scratch register
      Then some explored interleaving of 1 writer and 1 unplugger breaks R25

    Example: an attribute survives the driver
      Given the "scratch-sysfs-forgets-attribute" driver
      And a bound scratch register
      When the device is unplugged
      Then the harness finds that R25 is broken

    Example: resources go first
      Given the "scratch-nvmem-unmaps-first" driver
      And a bound scratch register
      Then some explored interleaving of 1 writer and 1 unplugger breaks R25

    Example: a registration is dropped before the registers that it borrows
      Given the "scratch-rust-cells" driver
      And a bound scratch register
      Then every explored interleaving of 2 writers and 1 unplugger keeps R25

    Example: registers are dropped before the registration that borrows them
      Given the "scratch-rust-cells-drops-resources-first" driver
      And a bound scratch register
      Then some explored interleaving of 1 writer and 1 unplugger breaks R25

  @R26
  Rule: What a guard gives stays valid until the guard is given back, and is not used afterwards
    The registers may go at any time, but not under somebody's hands. So whoever withdraws them waits for those
    who have access; and whoever has given the access back has nothing any more, even if it comes back at once.
    The first version of the kernel's own revocable failed here: it kept the guard where another thread
    overwrote it.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Wedson
    Almeida Filho, 2021; Linux kernel, 62eb557580eb and its revert 21bab791346e, 2026.

    Example: readers and writers meet the withdrawal
      Given the "scratch-revocable" driver
      And its policy is P4=resource and P5=yes
      And a bound scratch register
      Then every explored interleaving of 1 reader, 1 writer and 1 unplugger keeps R26

    Example: a dead handle is told so, whenever it asks
      Given the "scratch-revocable" driver
      And its policy is P1=ENODEV
      And a bound scratch register
      And a reader has opened it
      When the device is unplugged
      And the reader reads the register
      Then the reader is told ENODEV
      And closing the reader's file succeeds

    Example: revoking waits for nobody
      Given the "scratch-revocable-skips-grace-period" driver
      And a bound scratch register
      Then some explored interleaving of 2 readers and 1 unplugger breaks R26

    Example: a writer gives its access back before it writes
      Given the "scratch-revocable-uses-after-withdrawal" driver
      And a bound scratch register
      And a writer has opened it
      When the writer writes 2 to the register
      Then the harness finds that R26 is broken

    Example: threads overwrite each other's guard
      Given the "scratch-revocable-shares-index" driver
      And a bound scratch register
      Then some explored interleaving of 3 readers and 1 unplugger breaks R26

    @kunit-revocable-basic @kunit-revocable-try-access-macro
    Example: access while the resource is there
      Given the "scratch-revocable" driver
      And a bound scratch register
      And a reader has opened it
      When the reader reads the register
      Then the reader is told 0

    @kunit-revocable-revocation @kunit-revocable-try-access-macro2
    Example: no access once it was revoked
      Given the "scratch-revocable" driver
      And a bound scratch register
      And a reader has opened it
      When the reader reads the register
      And the device is unplugged
      And the reader reads the register
      Then the reader is told ENODEV

  @R27
  Rule: One is told that it revoked, and nobody unbinds before the resource is dropped
    The holder of a resource may drop it while the device is being unbound. Whoever comes second has nothing left
    to do but to wait: where unbinding ends first, the next driver meets hardware that is still in use.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Wedson
    Almeida Filho, 2021.

    Example: files drop their mappings while the device is unbound
      Given the "scratch-rust" driver
      And a bound scratch register
      Then every explored interleaving of 2 holders and 1 unplugger keeps R27

    Example: unbinding does not wait for a file that is just dropping its mapping
      Given the "scratch-rust-hasty-devres" driver
      And a bound scratch register
      Then some explored interleaving of 2 holders and 1 unplugger breaks R27

  @R28
  Rule: Hardware goes at unbind, although the state lives on
    An open file keeps the driver's state. It must not keep the registers, the interrupt or the buffer: the next
    driver of the device wants them.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Wedson
    Almeida Filho and Linus Walleij, 2021.

    Example: the device is bound again while an old file is open
      Given the "edu-gated" driver
      And a bound edu device
      And a reader has opened it
      When the device is unplugged
      And the device is plugged in again
      Then probe answers success
      When the reader reads the register
      Then the reader is told ENXIO
      And closing the reader's file succeeds

    Example: the registers stay mapped until the last close
      Given the "edu-gated-releases-bar-late" driver
      And a bound edu device
      And a reader has opened it
      When the device is unplugged
      Then the harness finds that R28 is broken

    @kunit-devres-get-unregister-with-devm @kunit-devres-probed-get-unregister-with-devm
    Example: what devres holds goes although somebody has a reference
      Given the "scratch-memdev" driver
      And a bound scratch register
      And a holder has opened it
      When the device is unplugged
      Then remove ends
      And closing the holder's file succeeds

    @kunit-devres-register-unregister @kunit-devres-probed-unregister
    Example: what devres holds goes when nobody has a reference
      Given the "scratch-memdev" driver
      And a bound scratch register
      When the device is unplugged
      Then remove ends

  @R29
  Rule: Remove ends by itself
    It may wait for calls in flight (policy P3), and so it must wake those that sleep before it waits for them,
    not afterwards. That gpiolib since Linux 6.9 does it the other way round was found by reading.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Laurent
    Pinchart and Linus Walleij, 2021.

    Example: remove wakes the reader, and then waits
      Given the "pl061-gpiolib-srcu-wakes-first" driver
      And its policy is P3=calls-in-flight
      And a bound PL061
      And a reader has opened it
      When the reader waits for an event
      And the device is unplugged
      Then remove ends
      And the reader is told ENODEV

    Example: however many wait
      Given the "pl061-gpiolib-srcu-wakes-first" driver
      And a bound PL061
      Then every explored interleaving of 2 waiters and 1 unplugger keeps R29

    Example: remove waits for a reader that it would wake later
      Given the "pl061-gpiolib-srcu" driver
      And a bound PL061
      And a reader has opened it
      When the reader waits for an event
      And the device is unplugged
      Then the harness finds that R29 is broken

    Example: the reader need not even be asleep yet
      Given the "pl061-gpiolib-srcu" driver
      And a bound PL061
      Then some explored interleaving of 1 waiter and 1 unplugger breaks R29

    Example: a device is deleted by writing to a file of its own
      Given the "scratch-sysfs" driver
      And a bound scratch register
      And a reader has opened it
      When the device is deleted through its attribute
      Then deleting answers success
      When the reader reads the register
      Then the reader is told ENODEV
      When the device is deleted through its attribute
      Then deleting answers ENODEV
      When the driver is bound again
      Then probe answers success

    Example: several delete it, somebody unplugs it, and others use it
      Given the "scratch-sysfs" driver
      And a bound scratch register
      Then every explored interleaving of 1 writer, 2 deleters and 1 unplugger keeps R29

    Example: the file waits until nobody is inside of it, and is inside itself
      Given the "scratch-sysfs-removes-itself" driver
      And a bound scratch register
      When the device is deleted through its attribute
      Then the harness finds that R29 is broken

    Example: the file is removed under the lock that its methods take
      Given the "scratch-sysfs-locks-around-removal" driver
      And a bound scratch register
      Then some explored interleaving of 1 writer and 1 unplugger breaks R29

    Example: remove waits for who waits for a device that stays silent
      Given the "virtio-reg-waits" driver
      And a bound virtio register
      Then some explored interleaving of 2 writers, 1 liar and 1 unplugger breaks R29

    @hlk-pnp-disable-enable-io-before @hlk-pnp-disable-enable-io-after
    Example: disabled and enabled, with work before and after
      Given the "edu-gated" driver
      And a bound edu device
      And a calculator has opened it
      When the calculator has the factorial of 5 computed
      Then the calculator is told 120
      And closing the calculator's file succeeds
      When the device is disabled
      Then remove ends
      When the device is enabled
      Then probe answers success
      When a newcomer opens the device
      And the newcomer has the factorial of 4 computed
      Then the newcomer is told 24

    @hlk-pnp-disable-enable-io-during
    Example: disabled and enabled in the midst of work
      Given the "edu-gated" driver
      And a bound edu device
      Then every explored interleaving of 1 calculator, 2 waiters and 1 replugger keeps R29

    @igt-core-hotunplug-unbind-rebind
    Example: unbound and bound again while nobody uses it
      Given the "scratch-memdev" driver
      And a bound scratch register
      When the device is unplugged
      Then remove ends
      When the device is plugged in again
      And a reader opens the device
      And the reader reads the register
      Then the reader is told 0

    @igt-core-hotunplug-hotunbind-rebind
    Example: unbound while somebody has it open, closed, and bound again
      Given the "scratch-memdev" driver
      And a bound scratch register
      And a holder has opened it
      When the device is unplugged
      Then remove ends
      And closing the holder's file succeeds
      When the device is plugged in again
      And a reader opens the device
      And the reader reads the register
      Then the reader is told 0

    @igt-core-hotunplug-unplug-rescan
    Example: pulled out and found again while nobody uses it
      Given the "edu-gated" driver
      And a bound edu device
      When the device is pulled out
      Then remove ends
      When the device is plugged in again
      And a calculator opens the device
      And the calculator has the factorial of 4 computed
      Then the calculator is told 24

    Example: a sound card is freed when its last file is closed, and removal does not wait for that
      Given the "pipe-alsa" driver
      And its policy is P3=calls-in-flight
      And a bound pipe to the host
      And a holder has opened it
      When the device is unplugged
      Then remove ends
      And closing the holder's file succeeds

    Example: a sound card whose removal waits for the last close, as it promises
      Given the "pipe-alsa-frees-synchronously" driver
      And its policy is P3=last-close
      And a bound pipe to the host
      And a holder has opened it
      When removal of the device begins
      And the holder asks for an event
      Then the holder is told ENODEV
      And closing the holder's file succeeds
      And remove ends

    Example: a sound card whose removal waits for the last close, which nobody has promised
      Given the "pipe-alsa-waits-for-close" driver
      And its policy is P3=calls-in-flight
      And a bound pipe to the host
      And a holder has opened it
      When the device is unplugged
      Then the harness finds that R29 is broken

    Example: a hang-up waits for readers that it would wake later
      Given the "pipe-tty-locks-before-waking" driver
      And a bound pipe to the host
      And a reader has opened it
      When the reader waits for an event
      And the device is unplugged
      Then the harness finds that R29 is broken

    Example: a file of debugfs is removed under a lock that its calls take
      Given the "pipe-debugfs-removes-under-lock" driver
      And a bound pipe to the host
      Then some explored interleaving of 2 readers and 1 unplugger breaks R29

  @R30
  Rule: Whoever asks for it, teardown runs once
    When a device is pulled out the bus tells the driver's error handler, an operation may notice by itself, and in the
    end remove is called; and rmmod may come on top of it. Each may tear down, but only the first one finds something
    that is there. Looking first and tearing down afterwards is not enough, because two can have looked.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Linus Walleij,
    2021; kernel documentation, PCI/pci-error-recovery, Linas Vepstas, 2006.

    Example: the error handler, and then remove
      Given the "edu-recovers" driver
      And a bound edu device
      And a reader has opened it
      When the device is pulled out
      Then remove ends
      When the reader reads the register
      Then the reader is told ENXIO
      And closing the reader's file succeeds

    Example: the error handler, work that saw all-ones, and remove
      Given the "edu-recovers" driver
      And a bound edu device
      Then every explored interleaving of 2 readers and 1 puller keeps R30

    Example: the error handler tears down, and remove does so again
      Given the "edu-tears-down-twice" driver
      And a bound edu device
      When the device is pulled out
      Then the harness finds that R30 is broken

    Example: work and the error handler have both looked whether somebody tears down
      Given the "edu-checks-then-tears-down" driver
      And a bound edu device
      Then some explored interleaving of 2 readers and 1 puller breaks R30

    Example: the file that deletes the device tears it down, and so does the remove that it causes
      Given the "scratch-sysfs-tears-down-in-store" driver
      And a bound scratch register
      When the device is deleted through its attribute
      Then the harness finds that R30 is broken

    Example: the last close takes down what remove has taken down
      Given the "edu-gated-closes-what-was-removed" driver
      And a bound edu device
      And a reader has opened it
      When the device is unplugged
      And the reader closes the file
      Then the harness finds that R30 is broken

  @R31
  Rule: An open that races with remove gives a whole handle or none
    The node is found before it is taken away, and open runs while remove does. Which of the two wins is free (the
    handle may be dead from the beginning), but a file that was given away can be closed, and tells whoever uses
    it that the device is gone.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Laurent
    Pinchart, 2021.

    Example: open against remove
      Given the "scratch-memdev" driver
      And its policy is P1=ENXIO
      And a bound scratch register
      Then every explored interleaving of 2 readers and 1 unplugger keeps R31

    Example: open forgets to say that it lost
      Given the "scratch-memdev-opens-halfway" driver
      And a bound scratch register
      Then some explored interleaving of 2 readers and 1 unplugger breaks R31
