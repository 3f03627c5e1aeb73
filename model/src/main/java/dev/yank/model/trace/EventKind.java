package dev.yank.model.trace;

/// What happened in the kernel. Each kind says what the object and the detail of a [KernelEvent] are, and how
/// the event reads in a trace: `{o}` stands for the object, `{d}` for the detail, `{n}` for the note.
public enum EventKind {
    // Callbacks of the driver.
    /// A file operation enters the driver; object: the file, detail: the ordinal of an [EntryPoint].
    OPERATION_ENTER("enters {n}"),
    /// The operation leaves the driver; detail: its result.
    OPERATION_EXIT("leaves it with {d}"),
    /// Object: the device.
    PROBE_ENTER("probes {o}"),
    /// Detail: the result, 0 or a negative errno.
    PROBE_EXIT("probe answers {d}"),
    /// A failed probe has been unwound by the driver core; object: the device.
    PROBE_UNWOUND("has unwound the failed probe"),
    /// Object: the device.
    REMOVE_ENTER("enters remove"),
    /// The driver's remove callback has returned.
    REMOVE_EXIT("leaves remove"),
    /// Unbinding is over: remove has returned and every devres entry is released; object: the device.
    UNBOUND("{o} is unbound"),
    /// The driver is unloaded: its exit function is called.
    MODULE_EXIT("unloads the driver"),
    /// The hardware has left the machine; object: the device.
    GONE("{o} is pulled out"),
    /// An upper layer, such as the nvmem core, calls what the driver registered with it; object: the device, note:
    /// which callback.
    CALLBACK_ENTER("calls {n} of the driver"),
    /// It comes back; detail: the result.
    CALLBACK_EXIT("comes back from {n} with {d}"),
    /// An asynchronous callback begins; object: the interrupt, timer or work.
    ASYNC_ENTER("{n} begins"),
    /// It ends.
    ASYNC_EXIT("{n} ends"),

    // Memory.
    /// Object: the memory, detail: 0, or the device whose binding bounds its life.
    ALLOC("allocates {o}"),
    /// Object: the memory.
    FREE("frees {o}"),
    /// A field or an element of an array is read; object: the memory it lies in, or 0, detail: the number of the
    /// place in this execution, or 0.
    READ("reads {n}"),
    /// It is written.
    WRITE("writes {n}"),
    /// As [#READ], by `READ_ONCE`: whoever does so knows that others may write.
    READ_ONCE("reads {n} once"),
    /// As [#WRITE], by `WRITE_ONCE`.
    WRITE_ONCE("writes {n} once"),
    /// As [#READ_ONCE]; what follows comes after whatever came before the store that it sees.
    LOAD_ACQUIRE("reads {n} and acquires"),
    /// As [#WRITE_ONCE]; what came before comes before whatever follows a load that acquires.
    STORE_RELEASE("writes {n} and releases"),
    /// A kernel function or a constant field uses the memory.
    USE("uses {n}"),
    /// Memory was freed while a timer, work or interrupt in it could still run; object: that timer or work.
    FREED_WHILE_ARMED("frees {o} while it can still run"),
    /// Memory was freed while a cdev in it was still referenced: it is added, or a file of it is open; object: the
    /// cdev.
    FREED_WHILE_REFERENCED("frees {o} while it is still referenced"),
    /// An interrupt is freed after what its handler is given was; object: that memory.
    OUTLIVED("stops {n}, which uses {o}, after that was freed"),
    /// A structure that others still refer to is initialised anew; object: the structure.
    REINITIALISED("initialises {n} anew"),

    /// A structure of the kernel is made ready for use; object: the structure.
    INIT("initialises {n}"),

    // Counts. Object: the count, detail: its value before.
    REF_INIT("sets {o} to {d}"),
    REF_INC("increments {o} from {d}"),
    REF_INC_NOT_ZERO("tries to increment {o} from {d}"),
    REF_DEC("decrements {o} from {d}"),
    /// The count is full, and stays so.
    SATURATED("saturates {o}"),

    // Counted objects. Object: the memory.
    /// The destructor of the object runs.
    DESTROY("destroys {o}"),
    /// A process has a reference; detail: 1 where it is strong, 0 where it is weak.
    REFERENCE_TAKEN("has a reference to {o}"),
    /// A process begins to drop a reference; detail as above.
    REFERENCE_DROPPED("drops a reference to {o}"),
    /// It has dropped it.
    REFERENCE_GONE("has dropped its reference"),
    /// A weak reference was upgraded, or not; detail: 1 where it was.
    UPGRADED("is answered whether it may have {o}"),

    // Who belongs to whom. Object and detail: memory.
    /// An interface joins a group of those that share memory; object: the memory, detail: the interface.
    GROUP_JOINED("joins the group of {o}"),
    /// The last reference to the interface is gone; detail as above.
    GROUP_LEFT("leaves the group of {o}"),
    /// A child is added below its parent; object: the child, detail: the parent.
    CHILD_ADDED("is added below its parent"),
    /// An object is put into a table in which others look it up; object: the memory, detail: the table.
    LISTED("puts {o} into {n}"),
    /// It is taken out again.
    UNLISTED("takes {o} out of {n}"),
    /// It is found there; note: the table.
    FOUND("finds {o} in {n}"),

    // Resources.
    /// The driver acquires something that it, or devres, must give back; object: the resource, detail: 1
    /// where it is but memory and may outlive the binding, 2 where others come to call the driver by it.
    ACQUIRE("acquires {n}"),
    /// The resource is given back.
    RELEASE("releases {n}"),
    /// Devres takes charge of a resource; object: the resource, detail: the device.
    DEVRES_ADD("leaves {n} to devres"),
    /// Devres releases a resource; object: the resource, detail: the device.
    DEVRES_RELEASE("devres releases {n}"),
    /// A function of the kernel was told to fail.
    FAULT("{n} fails (injected)"),
    /// Devres does not take a clean-up action; object: the action.
    ACTION_REFUSED("cannot leave {n} to devres"),
    /// A clean-up action begins; object: the action, detail: 1 where devres runs it, 0 where it runs at once.
    ACTION_BEGIN("runs {n}"),
    /// It ends.
    ACTION_END("has run {n}"),
    /// Object: the device, detail: the memory that is set, or 0.
    DRVDATA_SET("sets drvdata of {o}"),
    /// Object: the device, detail: the ordinal of a [DrvdataState].
    DRVDATA_GET("borrows drvdata of {o}"),

    /// The type of the private data is compared with that which is wanted; object: the device, detail: 1 where
    /// they are the same.
    TYPE_COMPARED("compares the types {n}"),
    /// Somebody took an object for one of another type; note: how and where.
    WRONG_TYPE("takes an object for one of another type: {n}"),
    /// A cookie is not the one that was registered; note: the function.
    WRONG_COOKIE("{n} is called with a cookie that was not registered"),
    /// A scope guard is made; object: the guard.
    SCOPE_GUARDED("makes {n}"),
    /// Its clean-up is called off.
    SCOPE_DISMISSED("dismisses {n}"),

    // Foreign ownership. Object: the pointer.
    /// Ownership is given away; object: 0 where the pointer is null, detail: the object that is given away.
    INTO_FOREIGN("gives an object away as {o}"),
    /// It is taken back; detail: the object that comes back.
    FROM_FOREIGN("takes back what it gave away as {o}"),
    /// Detail: 1 where the borrow is mutable.
    BORROW("borrows {o}"),
    BORROW_END("gives {o} back"),

    // Files.
    /// Object: the file, detail: the device.
    FILE_OPENED("opens {o}"),
    /// The private data of a file is seen to be another; object: the file, detail: the memory, or 0.
    FILE_DATA("{o} has private data"),
    /// The last reference to the file is gone, so that release must run now; object: the file.
    FILE_LAST_PUT("closes {o} for the last time"),

    // Mappings. Object: the mapping.
    /// Registers or memory of a device are mapped into a process; detail: the device.
    MAPPED("maps memory of a device"),
    /// A process loads or stores through the mapping; detail: the device whose memory is behind it, or 0 where
    /// there is none: a page of zeroes, or SIGBUS.
    MAPPING_USED("reaches through {o} what is behind it"),

    // Guards, locks, waiting.
    /// Object: the guard; detail: the index of an srcu_struct, or below 0 where entering may wait, as in an rwsem:
    /// then 1 and the declaration as [#LOCK] has it, negated.
    GUARD_ENTER("enters {n}"),
    GUARD_EXIT("leaves {n}"),
    GUARD_REFUSED("is refused {n}"),
    /// A pointer is read that is guarded; object: the memory that it points to, detail: the guard.
    DEREFERENCED("reaches {o} under its guard"),
    /// A guard is given back that was not given; object: the guard.
    WRONG_GUARD("gives back another guard than it got"),
    /// What was borrowed, or got under a guard, is used after it was given back; object: what it came from.
    STALE_GUARD("uses what it got from {o}, and has given back"),
    /// A revocable resource is withdrawn; object: the resource, detail: 1 where it was this call that did it.
    WITHDRAWN("withdraws {o}"),
    /// The resource is dropped.
    DROP_BEGIN("begins to drop what {o} holds"),
    DROP_END("has dropped what {o} holds"),
    /// Waits for the readers of a guard; object: the guard.
    DRAIN_BEGIN("waits for {n}"),
    DRAIN_END("{n} is over"),
    /// Object: the lock, detail: 1 where it spins, 2 where interrupts are off, 4 where timers are, 8 in an
    /// interrupt handler, 16 in a timer, 32 where it was tried without waiting; above these the number of its
    /// declaration, or 0.
    LOCK("locks {n}"),
    UNLOCK("unlocks {n}"),
    BLOCK("sleeps: {n}"),
    WAKE("wakes {n}"),
    /// A wake-up that nobody waits for; object: the queue.
    WAKE_NOBODY("wakes nobody"),
    /// A task sleeps where it must not; note: how it sleeps.
    SLEEP_IN_ATOMIC("sleeps in atomic context: {n}"),
    /// A lock or guard is used against its contract; note: how.
    MISUSE("{n}"),

    // Order between tasks, where no other event shows it.
    /// Detail: the task that is started.
    FORK("starts {n}"),
    /// Every task that could go on has come to rest; tasks that start now come after them.
    SETTLED("everybody has come to rest"),
    /// What the task did so far comes before whoever observes the object; object: what it is done through.
    PUBLISH("publishes through {o}"),
    /// What was published through the object comes before what the task does next.
    OBSERVE("observes {o}"),
    /// Both, in one piece: an atomic change, or a lock of the kernel's own that is taken and given back.
    EXCHANGE("synchronises through {o}"),
    /// Whoever left the object or was served by it has ended, and that comes before what the task does next.
    JOIN("comes after {o} has ended"),

    // Hardware. Object: the device, detail: the register or address.
    IO_READ("reads {n} of {o}"),
    IO_WRITE("writes {n} of {o}"),
    /// An access through a mapping that is gone.
    IO_UNMAPPED("accesses {n} of {o} without a mapping"),
    /// An access to a device whose supplies or clocks are off.
    IO_UNPOWERED("accesses {n} of {o} while it is switched off"),
    /// The device reports what it cannot do.
    GUEST_ERROR("{n}"),
    ARM("arms {n}"),
    DISARM("stops {n}"),

    // The end of an execution.
    /// The task can never go on; object and note: what it waits for, detail: 1 where it sleeps until it is
    /// woken.
    STUCK("waits for ever: {n}"),
    /// The task was going round when the steps of the execution were used up, though everybody got turns; note:
    /// where; detail: the device it spins on, or 0.
    SPINNING("spins for ever: {n}"),
    /// The driver dereferenced a null pointer or otherwise threw; note: how and where.
    OOPS("oops: {n}"),
    /// Nobody is left: every file is closed, every device unbound, the driver unloaded.
    END("is over"),
    /// Something is still there though nobody can give it back; object: what.
    LEAKED("{o} is still there"),

    // Teardown that runs twice, modules.
    /// A resource is given back that was given back before; object: the resource.
    RELEASED_AGAIN("releases {n} once more"),
    /// The driver cannot be unloaded yet; detail: how many use it.
    MODULE_BUSY("cannot unload the driver: {d} use it"),
    /// The code and the data of the driver are freed.
    MODULE_FREED("frees the code of the driver"),

    // Devices that lie.
    /// The device does what no sound device does; note: what.
    LIED("the device lies: {n}"),
    /// Memory is accessed beyond its end; object: the memory, detail: how far.
    OUT_OF_RANGE("accesses {n} beyond its end, at {d}"),
    /// A device is told to go on working that was reset and not set up again.
    IO_AFTER_RESET("tells a device to work that was reset: {n}");

    private final String text;

    EventKind(String text) {
        this.text = text;
    }

    /// How an event of this kind reads, with `{o}`, `{d}` and `{n}` to be filled in.
    public String text() {
        return text;
    }
}
