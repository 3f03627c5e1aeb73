Feature: History
  What users saw is judged without a look inside; and what the kernel demands of every driver, whether or not a
  device goes away.

  @L1
  Rule: What users saw can be explained by operations that take effect one at a time
    Each takes effect between its invocation and its completion, as the specification for the driver's policy
    allows: a device that was seen dead by one is not alive for another who asks later.

    Source: Linearizability: A Correctness Condition for Concurrent Objects, Maurice Herlihy and Jeannette Wing,
    1990.

    Example: a reader waits, and is told which line rose
      Given the "pl061-gpiolib-srcu-wakes-first" driver
      And a bound PL061
      And a reader has opened it
      When the reader waits for an event
      And pin 3 goes up
      Then the reader is told 3

    Example: two writers, a reader and the end of the device
      Given the "pl061-cdev-disconnect" driver
      And its policy is P1=ENXIO and P2=HUP|ERR and P8=drop
      And a bound PL061
      Then every explored interleaving of 2 writers, 1 reader and 1 unplugger keeps L1

    Example: the same under resources that are revoked
      Given the "pl061-rust-revocable" driver
      And its policy is P1=ENXIO-void-numb and P4=resource
      And a bound PL061
      Then every explored interleaving of 2 writers, 1 reader and 1 unplugger keeps L1

    Example: a new device under an old file
      Given the "edu-rust-devres" driver
      And a bound edu device
      Then every explored interleaving of 1 holder, 1 writer and 1 replugger keeps L1

    Example: one is told that the device is dead, and another that it lives
      Given the "pl061-cdev-disconnect-live-after-remove" driver
      And its policy is P1=ENXIO
      And a bound PL061
      Then some explored interleaving of 2 readers and 1 unplugger breaks L1

    Example: a write is lost, and its writer told that it was done
      Given the "edu-gated-believes-lost-writes" driver
      And its policy is P1=ENXIO
      And a bound edu device
      Then some explored interleaving of 2 holders and 1 puller breaks L1

    Example: a device that comes back has the number of one that is still open, although it promised another
      Given the "edu-drm-recycles-minor" driver
      And its policy is P11=new-instance-new-minor
      And a bound edu device
      And a holder has opened it
      When the device is unplugged
      And the device is plugged in again
      And a reader opens the device
      Then the harness finds that L1 is broken

  @K1
  Rule: A driver keeps the kernel's own rules of context
    It does not sleep where it must not, and unlocks what it has locked.

    Source: Unreliable Guide To Hacking The Linux Kernel, Rusty Russell, 2000.

    Example: a transfer sleeps outside of every section that forbids it
      Given the "edu-gated" driver
      And a bound edu device
      And a writer has opened it
      When the writer transfers 16 bytes
      Then the writer is told 16

    Example: readers and transfers during a removal
      Given the "edu-rust-devres" driver
      And a bound edu device
      Then every explored interleaving of 1 waiter, 1 reader and 1 unplugger keeps K1

    Example: the bus reads on behind the end of a table of devices
      Given the "edu-gated-forgets-sentinel" driver
      And an edu device
      When the driver is bound
      Then the harness finds that K1 is broken

    Example: nobody is left to calm an interrupt line that others share
      Given the "edu-intx-leaves-line" driver
      And a bound edu device
      Then some explored interleaving of 2 waiters and 1 unplugger breaks K1

    Example: a transfer sleeps inside an RCU read-side critical section
      Given the "edu-gated-sleeps-in-rcu" driver
      And a bound edu device
      And a writer has opened it
      When the writer transfers 16 bytes
      Then the harness finds that K1 is broken

  @K2
  Rule: Two accesses to one place are ordered, or both say that they are not
    Of two accesses by different tasks, one of them a write and one of them plain, a lock, a grace period, a
    wake-up or the like decides which comes first; else what the compiler and the processor make of them is
    anybody's guess, however harmless it looks when one step follows the other. A finding of this rule is
    reported where no other rule was broken in the same execution: it hides no cause.

    Source: Frightening Small Children and Disconcerting Grown-ups: Concurrency in the Linux Kernel, Jade Alglave,
    Luc Maranget, Paul McKenney, Andrea Parri and Alan Stern, 2018; Linux kernel documentation, The Kernel
    Concurrency Sanitizer, Marco Elver, 2019.

    Example: pointers under SRCU, and a queue of events under its lock
      Given the "pl061-gpiolib-srcu-wakes-first" driver
      And a bound PL061
      Then every explored interleaving of 1 waiter, 1 poller, 1 signaller and 1 unplugger keeps K2

    Example: a flag that is read once, and a number under its lock
      Given the "pl061-cdev-disconnect" driver
      And a bound PL061
      Then every explored interleaving of 2 readers, 1 waiter and 1 unplugger keeps K2

    Example: remove looks at the number of calls without its lock
      Given the "pl061-cdev-disconnect-counts-plainly" driver
      And a bound PL061
      Then some explored interleaving of 2 readers and 1 unplugger breaks K2

  @K3
  Rule: Locks nest in one order, and none that an interrupt takes is held with interrupts on
    Whether or not anybody waits for ever this time: who takes a second lock while holding the first says that the
    first comes before the second, and when all have said so there is no circle. That is a potential deadlock; a
    real one is told by the rules on whoever waits for ever. As with data races, a finding of this rule is reported
    where no other rule was broken in the same execution.

    Source: Linux kernel documentation, Runtime locking correctness validator, Ingo Molnar and Arjan van de Ven,
    2006.

    Example: the gate, the lookup and the configuration
      Given the "pl061-cdev-disconnect" driver
      And a bound PL061
      Then every explored interleaving of 2 writers, 1 waiter and 1 unplugger keeps K3

    Example: open and release take two locks in opposite orders
      Given the "pl061-cdev-disconnect-locks-both-ways" driver
      And a bound PL061
      And a writer has opened it
      And closing the writer's file succeeds
      Then the harness finds that K3 is broken

    Example: an interrupt handler passes the gate that calls pass with interrupts on
      Given the "pl061-cdev-disconnect-gate-in-interrupt" driver
      And a bound PL061
      And a reader has opened it
      When the reader waits for an event
      And pin 3 goes up
      Then the harness finds that K3 is broken
