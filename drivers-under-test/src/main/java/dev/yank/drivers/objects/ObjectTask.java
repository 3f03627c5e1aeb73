package dev.yank.drivers.objects;

import static dev.yank.harness.kernel.DebugObjects.debug_object_destroy;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.Rcu.rcu_read_lock;
import static dev.yank.harness.kernel.Rcu.rcu_read_unlock;
import static dev.yank.harness.kernel.Rcu.synchronize_rcu;
import static dev.yank.harness.kernel.Refcount.refcount_dec_and_test;
import static dev.yank.harness.kernel.Refcount.refcount_inc;
import static dev.yank.harness.kernel.Refcount.refcount_inc_not_zero;
import static dev.yank.harness.kernel.Refcount.refcount_set;
import static dev.yank.harness.kernel.Rwonce.smp_load_acquire;
import static dev.yank.harness.kernel.Rwonce.smp_store_release;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.ObjectTable;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Conforms: tasks, which hold their group leader, and pids, which are what a weak reference to a task is. The
/// last reference to a task takes it out of its pid, waits for readers, and frees it.
///
/// Not final, because its twins do one step differently.
///
/// Sources: "Re: [TECH TOPIC] Rust for Linux", mail of 8 July 2021 to ksummit, W. Almeida Filho, on
/// `get_task_struct` and `group_leader`; `kernel/pid.c`, Linux kernel, E. Biederman, 2006.
@UnderTest(
        name = "object-task",
        device = "object",
        summary = "task_struct and pid: get_pid_task takes a reference while there is one to share.")
public class ObjectTask implements ObjectTable<Task, Pid> {

    private final Mutex tasklist_lock = new Mutex();

    @Var
    private @Nullable Task listed;

    /// A thread of a new group: the leader, and this one.
    @Override
    public final @Nullable Task insert() {
        Task leader = copy_process(null);
        if (leader == null) {
            return null;
        }
        Task task = copy_process(leader);
        put_task_struct(leader); // the thread holds it now, where there is one
        mutex_lock(tasklist_lock);
        listed = task;
        mutex_unlock(tasklist_lock);
        return task;
    }

    private @Nullable Task copy_process(@Nullable Task leader) {
        Task task = kzalloc(new Task());
        if (task == null) {
            return null;
        }
        Pid pid = kzalloc(new Pid());
        if (pid == null) {
            kfree(task);
            return null;
        }
        refcount_set(task.usage, 1);
        refcount_set(pid.count, 1);
        task.thread_pid = pid;
        task.group_leader = leader == null ? task : get_group_leader(leader);
        pid.task = smp_store_release(task);
        return task;
    }

    @Override
    public final void remove() {
        mutex_lock(tasklist_lock);
        Task task = listed;
        listed = null;
        mutex_unlock(tasklist_lock);
        if (task != null) {
            put_task_struct(task);
        }
    }

    @Override
    public final @Nullable Task lookup() {
        mutex_lock(tasklist_lock);
        Task task = listed;
        if (task != null) {
            refcount_inc(task.usage);
        }
        mutex_unlock(tasklist_lock);
        return task;
    }

    /// `get_task_struct()`.
    @Override
    public final Task get(Task task) {
        refcount_inc(task.usage);
        return task;
    }

    @Override
    public final void put(Task task) {
        put_task_struct(task);
    }

    final void put_task_struct(Task task) {
        if (refcount_dec_and_test(task.usage)) {
            release_task(task);
        }
    }

    private void release_task(Task task) {
        Pid pid = task.thread_pid;
        pid.task = smp_store_release(null);
        wait_for_readers();
        debug_object_destroy(task);
        task.content = 0;
        Task leader = task.group_leader;
        put_group_leader(task, leader);
        kfree(task);
        put_pid(pid);
    }

    /// Reads the task, and its group leader, which cannot go while the task is there.
    @Override
    public final int read(Task task) {
        return task.content * task.group_leader.content;
    }

    /// `get_task_pid()`.
    @Override
    public final Pid downgrade(Task task) {
        return get_weak(task.thread_pid);
    }

    @Override
    public final Pid get_weak(Pid pid) {
        refcount_inc(pid.count);
        return pid;
    }

    @Override
    public final void put_weak(Pid pid) {
        put_pid(pid);
    }

    private static void put_pid(Pid pid) {
        if (refcount_dec_and_test(pid.count)) {
            kfree(pid);
        }
    }

    /// `get_pid_task()`.
    @Override
    public final @Nullable Task upgrade(Pid pid) {
        rcu_read_lock();
        Task task = smp_load_acquire(pid.task);
        Task found = task != null && take(task) ? task : null;
        rcu_read_unlock();
        return found;
    }

    @Override
    public final Object object(Task task) {
        return task;
    }

    @Override
    public final Object storage(Pid pid) {
        return pid;
    }

    // What the twins do differently.

    /// The leader, for a thread that is to hold it.
    Task get_group_leader(Task leader) {
        refcount_inc(leader.usage);
        return leader;
    }

    /// Whoever is its own leader does not hold itself.
    @SuppressWarnings("ReferenceEquality") // a task is its address
    final void put_group_leader(Task task, Task leader) {
        if (leader != task) {
            put_task_struct(leader);
        }
    }

    /// Whether a task that was found under RCU could be taken.
    boolean take(Task task) {
        return refcount_inc_not_zero(task.usage);
    }

    void wait_for_readers() {
        synchronize_rcu();
    }
}
