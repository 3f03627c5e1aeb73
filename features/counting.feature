Feature: Counting
  A device, its driver's state and its open files outlive each other in every order that users can think of.
  What keeps them apart is a number of holders, and these rules say how that number may change.

  @R1
  Rule: A count that has reached zero is never raised again
    Whoever finds an object through a table, as open does, may find one whose last holder has just let go. It
    may take a reference only if there is still one to share.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Wedson
    Almeida Filho, 2021; kernel documentation, core-api/kref, Corey Minyard and Thomas Hellstrom, 2004.

    Example: openers meet a removal and take only what is still held
      Given the "pl061-cdev-disconnect" driver
      And a bound PL061
      Then every explored interleaving of 2 openers and 1 unplugger keeps R1

    Example: an open revives what the removal has let go
      Given the "pl061-cdev-disconnect-gets-from-zero" driver
      And a bound PL061
      Then some explored interleaving of 2 openers and 1 unplugger breaks R1

    Example: an upgrade looks, and takes what has gone meanwhile
      Given the "object-kref-looks-then-gets" driver
      And an object in a table
      Then some explored interleaving of 1 upgrader and 1 remover breaks R1

    Example: a task is taken from its pid whether or not anybody holds it
      Given the "object-task-takes-from-zero" driver
      And an object in a table
      Then some explored interleaving of 1 upgrader and 1 remover breaks R1

    Example: a user takes a device that was being given back
      Given the "pipe-vfio-registers-from-zero" driver
      And a bound pipe to the host
      Then some explored interleaving of 2 openers and 1 unplugger breaks R1

  @R2
  Rule: Who gives a reference back had one, and no change of a count is lost
    A count goes up by one from one or more, by somebody who holds a reference already, and comes down once for
    each time it went up.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Wedson
    Almeida Filho, 2021; "Re: [TECH TOPIC] Rust for Linux", mail of 8 July 2021 to ksummit, Wedson Almeida Filho.

    Example: two files and the binding each hold the state once
      Given the "edu-gated" driver
      And a bound edu device
      Then every explored interleaving of 2 openers, 1 holder and 1 unplugger keeps R2

    Example: remove puts the parent device, and the state puts it again
      Given the "pl061-cdev-disconnect-puts-twice" driver
      And a bound PL061
      When the device is unplugged
      Then the harness finds that R2 is broken

    Example: a reference is handed out twice and counted once
      Given the "object-kref-clones-without-get" driver
      And an object in a table
      And a holder has looked it up
      When the holder clones the reference
      And the object is taken out of the table
      And the holder drops the reference
      Then the harness finds that R2 is broken

    Example: finding the next object gives back the one before, and the caller does not know
      Given the "object-loop-misses-hidden-put" driver
      And an object in a table
      And a holder has looked it up
      When the object is taken out of the table
      Then the harness finds that R2 is broken

  @R3
  Rule: A weak reference can be upgraded while somebody holds the object, and never again once nobody does
    A table of all devices, a cache, a child that knows its parent: each wants to know an object without keeping
    it. What it has is a question that may be answered with no; the answer must be yes as long as there is
    anybody to share with, and it must not change back.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Wedson
    Almeida Filho and Andy Lutomirski, 2021.

    Example: an upgrade gives a reference like any other
      Given the "object-arc" driver
      And an object in a table
      And a holder has looked it up
      When the holder makes a weak reference
      And the object is taken out of the table
      And the holder upgrades the weak reference
      Then the holder is told success

    Example: an upgrade is refused once the last reference is gone
      Given the "object-kref" driver
      And an object in a table
      And a holder has looked it up
      When the holder makes a weak reference
      And the holder drops the reference
      And the object is taken out of the table
      And the holder upgrades the weak reference
      Then the holder is told ENXIO

    Example: upgrades meet the last drop, with Arc and Weak
      Given the "object-arc" driver
      And an object in a table
      Then every explored interleaving of 2 upgraders, 1 dropper and 1 remover keeps R3

    Example: upgrades meet the last put, with two counts
      Given the "object-kref" driver
      And an object in a table
      Then every explored interleaving of 2 upgraders, 1 cloner and 1 remover keeps R3

    Example: pids meet the end of their task
      Given the "object-task" driver
      And an object in a table
      Then every explored interleaving of 2 upgraders, 1 dropper and 1 remover keeps R3

    Example: an upgrade asks the table instead of the holders
      Given the "object-kref-refuses-unlisted" driver
      And an object in a table
      And a holder has looked it up
      When the holder makes a weak reference
      And the object is taken out of the table
      And the holder upgrades the weak reference
      Then the harness finds that R3 is broken

    Example: an upgrade does not listen to the answer
      Given the "object-kref-ignores-refusal" driver
      And an object in a table
      And a holder has looked it up
      When the holder makes a weak reference
      And the holder drops the reference
      And the object is taken out of the table
      And the holder upgrades the weak reference
      Then the harness finds that R3 is broken

  @R4
  Rule: An object is destroyed once nobody holds it, and freed once nobody asks for it
    Two counts, two ends. The destructor runs once, when the last strong reference is dropped; the storage goes
    once, afterwards, when the last weak one is.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Wedson
    Almeida Filho, 2021.

    Example: the last strong reference, and then the last weak one
      Given the "object-arc" driver
      And an object in a table
      And a holder has looked it up
      When the holder makes a weak reference
      And the object is taken out of the table
      And the holder drops the reference
      And the holder drops the weak reference
      Then the holder is told success

    Example: everybody lets go at once
      Given the "object-kref" driver
      And an object in a table
      Then every explored interleaving of 1 upgrader, 2 cloners and 1 remover keeps R4

    Example: threads and pids let go at once
      Given the "object-task" driver
      And an object in a table
      Then every explored interleaving of 1 upgrader, 2 cloners and 1 remover keeps R4

    Example: the storage goes while somebody may still ask
      Given the "object-kref-frees-under-tickets" driver
      And an object in a table
      And a holder has looked it up
      When the holder makes a weak reference
      And the holder drops the reference
      And the object is taken out of the table
      Then the harness finds that R4 is broken

    Example: a weak reference puts the destructor off
      Given the "object-kref-destroys-late" driver
      And an object in a table
      And a holder has looked it up
      When the holder makes a weak reference
      And the holder drops the reference
      And the object is taken out of the table
      And the holder drops the weak reference
      Then the harness finds that R4 is broken

    Example: taking the object out of the table destroys it under a holder
      Given the "object-kref-destroys-twice" driver
      And an object in a table
      And a holder has looked it up
      When the object is taken out of the table
      Then the harness finds that R4 is broken

    Example: a counted object is freed like any other
      Given the "object-kref-kfrees-instead-of-put" driver
      And an object in a table
      And a holder has looked it up
      When the object is taken out of the table
      Then the harness finds that R4 is broken

  @R5
  Rule: When everything is closed, removed and unloaded, nothing is left
    A reference that nobody gives back is not seen by any user; the machine only grows older faster. So the
    books are audited when every file is closed, the device removed and the driver unloaded.

    Source: "Re: [TECH TOPIC] Rust for Linux", mail of 8 July 2021 to ksummit, Wedson Almeida Filho, 2021.

    Example: the last close comes after the removal
      Given the "pl061-rust-revocable" driver
      And a bound PL061
      And a reader has opened it
      When the device is unplugged
      Then remove ends
      And closing the reader's file succeeds

    Example: the removal comes after the last close
      Given the "edu-rust-devres" driver
      And a bound edu device
      And a reader has opened it
      When the reader closes the file
      And the device is unplugged
      Then remove ends

    Example: a loop that holds what it is at hands that over
      Given the "object-loop" driver
      And an object in a table
      Then every explored interleaving of 2 upgraders, 1 dropper and 1 remover keeps R5

    Example: a loop that is left early keeps what it held
      Given the "object-loop-breaks" driver
      And an object in a table
      And a holder has looked it up
      When the holder drops the reference
      And the object is taken out of the table
      Then the harness finds that R5 is broken

    Example: references without a limit fill the count, which never comes back to zero
      Given the "object-kref-saturates" driver
      And an object in a table
      And a holder has looked it up
      And a keeper has looked it up
      When the holder makes a weak reference
      And the keeper makes a weak reference
      Then the harness finds that R5 is broken

    Example: the last close forgets the reference that open took
      Given the "pl061-cdev-disconnect-leaks-state" driver
      And a bound PL061
      And a reader has opened it
      When the reader closes the file
      And the device is unplugged
      Then the harness finds that R5 is broken

    Example: a terminal that has hung up is closed
      Given the "pipe-tty" driver
      And a bound pipe to the host
      And a reader has opened it
      When the device is unplugged
      Then remove ends
      And closing the reader's file succeeds

    Example: the operations of a terminal that has hung up have no release
      Given the "pipe-tty-forgets-release" driver
      And a bound pipe to the host
      And a reader has opened it
      When the device is unplugged
      And the reader closes the file
      Then the harness finds that R5 is broken

  @R6
  Rule: An operation that fails leaves every count as it found it
    Errors are the paths that nobody walks. An open that is refused half-way gives back what it took on the way.

    Source: "Re: [TECH TOPIC] Rust for Linux", mail of 8 July 2021 to ksummit, Wedson Almeida Filho, 2021;
    Linux kernel CVE records, CVE-2024-26655, 2024.

    Example: an open that meets the removal is refused and keeps nothing
      Given the "pl061-cdev-disconnect" driver
      And a bound PL061
      Then every explored interleaving of 2 openers and 1 unplugger keeps R6

    Example: an open that finds a misc device on its way out keeps nothing
      Given the "edu-gated" driver
      And a bound edu device
      Then every explored interleaving of 2 openers and 1 unplugger keeps R6

    Example: an open that is refused keeps its reference
      Given the "pl061-cdev-disconnect-open-forgets-put" driver
      And a bound PL061
      Then some explored interleaving of 1 opener and 1 unplugger breaks R6

    Example: a get that answers with an error has counted all the same
      Given the "pl061-cdev-disconnect-counts-failed-get" driver
      And a bound PL061
      Then some explored interleaving of 1 opener and 1 unplugger breaks R6

  @R7
  Rule: Nobody touches an object after giving up their own last reference
    A lock that lies inside the object is part of the object: unlocking it after the put is a touch.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Wedson
    Almeida Filho, 2021; Linux kernel CVE records, CVE-2026-23158, 2026.

    Example: the last close puts and walks away
      Given the "pl061-cdev-disconnect" driver
      And a bound PL061
      And a reader has opened it
      When the device is unplugged
      Then closing the reader's file succeeds

    Example: whoever closes last, nobody looks back
      Given the "pl061-gpiolib-srcu-wakes-first" driver
      And a bound PL061
      Then every explored interleaving of 2 holders and 1 unplugger keeps R7

    Example: the last close puts, and then unlocks
      Given the "pl061-cdev-disconnect-unlocks-after-put" driver
      And a bound PL061
      And a reader has opened it
      When the device is unplugged
      And the reader closes the file
      Then the harness finds that R7 is broken

    Example: a thread reads its group leader, which it does not hold
      Given the "object-task-leader-without-get" driver
      And an object in a table
      And a holder has looked it up
      When the holder reads the object
      Then the harness finds that R7 is broken

  @R8
  Rule: Binding again and again leaves memory where it was
    Devices are plugged in and pulled out a few zillion times, and nobody unloads the driver in between. That
    memory may live as long as the module was argued too (James Bottomley, there); it may, as long as it is not
    allocated for each device anew.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Greg
    Kroah-Hartman, 2021; LWN.net report on PCI driver abstractions, Danilo Krummrich, 2024.

    Example: unplugged, plugged in again, unplugged again
      Given the "pl061-cdev-disconnect" driver
      And a bound PL061
      When the device is unplugged
      And the device is plugged in again
      And the device is unplugged
      Then remove ends

    Example: openers while the device comes and goes
      Given the "edu-gated" driver
      And a bound edu device
      Then every explored interleaving of 2 openers and 1 replugger keeps R8

    Example: all bindings share one table
      Given the "pl061-cdev-disconnect-shares-for-module" driver
      And a bound PL061
      Then every explored interleaving of 1 opener and 1 replugger keeps R8

    Example: each binding keeps a label for as long as the module
      Given the "pl061-cdev-disconnect-keeps-for-module" driver
      And a bound PL061
      When the device is unplugged
      And the device is plugged in again
      And the device is unplugged
      Then the harness finds that R8 is broken
