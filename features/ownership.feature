Feature: Ownership
  Objects are handed to the kernel and come back to the driver: once, and not before everybody is done.

  @R15
  Rule: What was given away is taken back at most once
    A pointer in the hands of C is an owner. Taking it back makes a second owner of the pointer, unless it is the
    end of the first.

    Source: Patches 2/5 to 5/5, rust: types: introduce ForeignOwnable, Wedson Almeida Filho, 2023; article on
    platform driver callbacks in Rust, on Linux 7.0, author not named, 2026.

    Example: each file takes its reference back when it is closed
      Given the "scratch-rust" driver
      And a bound scratch register
      And a writer has opened it
      When the writer writes 2 to the register
      Then the writer is told success
      When the device is unplugged
      Then closing the writer's file succeeds

    Example: files and the binding end in any order
      Given the "scratch-rust" driver
      And a bound scratch register
      Then every explored interleaving of 2 holders and 1 unplugger keeps R15

    Example: release takes the reference of a file back twice
      Given the "scratch-rust-takes-back-twice" driver
      And a bound scratch register
      And a reader has opened it
      When the reader closes the file
      Then the harness finds that R15 is broken

  @R16
  Rule: Nobody borrows what is taken back, and who borrows to change it is alone
    The private data of a device is borrowed by operations, interrupts and callbacks that know nothing of each
    other. Many may look; one may change, if nobody looks; and when it is taken back nobody may do either.

    Source: Patches 2/5 to 5/5, rust: types: introduce ForeignOwnable, Wedson Almeida Filho, 2023.

    Example: interrupts borrow until devres has stopped them
      Given the "scratch-rust" driver
      And a bound scratch register
      Then every explored interleaving of 2 writers and 1 unplugger keeps R16

    Example: an interrupt borrows mutably while remove looks
      Given the "scratch-rust-borrows-mutably" driver
      And a bound scratch register
      Then some explored interleaving of 2 writers and 1 unplugger breaks R16

  @R17
  Rule: What comes back is what was given away, and its pointer is never null
    C takes null for nothing. So even a value without content has a pointer that is not null, though there is
    nothing where it points.

    Source: Patches 2/5 to 5/5, rust: types: introduce ForeignOwnable, Wedson Almeida Filho, 2023; article on
    platform driver callbacks in Rust, on Linux 7.0, author not named, 2026.

    Example: a cookie without content is requested and freed
      Given the "scratch-rust" driver
      And a bound scratch register
      When the device is unplugged
      Then remove ends

    Example: the cookie without content is null
      Given the "scratch-rust-null-unit" driver
      And a bound scratch register
      Then the harness finds that R17 is broken

  @R18
  Rule: The clean-up of a scope guard runs once, or never if the guard was dismissed
    Between taking something and handing it on there are steps that may fail. A guard undoes the taking when the
    scope is left, by whatever way; who hands it on dismisses the guard and gets the data back.

    Source: Patch 1/5, rust: types: introduce ScopeGuard, Wedson Almeida Filho, 2023.

    Example: registers are mapped, and handed on
      Given the "scratch-rust" driver
      And a bound scratch register
      When the device is unplugged
      Then remove ends

    Example: whatever cannot be had on the way
      Given the "scratch-rust" driver
      And a scratch register
      Then whatever acquisition of probe fails, the driver keeps R18

    Example: the guard is forgotten
      Given the "scratch-rust-forgets-guard" driver
      And a scratch register
      Then where some acquisition of probe fails, the driver breaks R18

    Example: an error path does by hand what the guard does
      Given the "scratch-rust-unmaps-twice" driver
      And a scratch register
      Then where some acquisition of probe fails, the driver breaks R18

  @R19
  Rule: Release runs once for each file, at its last close, whether or not the device is still there
    One of our documents says that release is called when the device disappears (article on platform driver
    callbacks in Rust, on Linux 7.0, author not named, 2026). The kernel does otherwise, and so do we: closing
    is for the holder of the file to do, and removal does not do it for them.

    Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, Laurent
    Pinchart, 2021.

    Example: the device is gone and the file is closed later
      Given the "edu-gated" driver
      And a bound edu device
      And a reader has opened it
      When the device is unplugged
      Then remove ends
      And closing the reader's file succeeds

    Example: two files are closed around the removal
      Given the "edu-rust-devres" driver
      And a bound edu device
      Then every explored interleaving of 2 holders and 1 unplugger keeps R19

    Example: remove closes a file that is still open
      Given the "edu-gated-released-by-remove" driver
      And a bound edu device
      And a reader has opened it
      When the device is unplugged
      Then the harness finds that R19 is broken

    Example: two descriptors of one file, closed one after the other
      Given the "scratch-revocable" driver
      And a bound scratch register
      And a holder has opened it
      When the holder duplicates the descriptor
      And the holder closes the file
      And the holder writes 5 through the duplicate
      Then the holder is told success
      When the device is unplugged
      And the holder closes the duplicate
      Then the holder is told success

    Example: whoever of those that share a file closes it last
      Given the "scratch-revocable" driver
      And a bound scratch register
      Then every explored interleaving of 2 cloners and 1 unplugger keeps R19
