Feature: Ownership
  Objects are handed to the kernel and come back to the driver: once, and not before everybody is done.

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
