package dev.yank.drivers.objects;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Refcount;

/// `struct task_struct`, as far as references go.
@SuppressWarnings("NullAway.Init") // copy_process sets both pointers before anybody else sees the task
final class Task {

    final Refcount usage = new Refcount();

    /// The first thread of the group, which every thread of it holds; a leader is its own.
    @Var
    Task group_leader;

    @Var
    Pid thread_pid;

    @Var
    int content = 1;
}
