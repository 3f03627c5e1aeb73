package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// `struct module`: the code and data of a driver, counted by whoever may still enter them. A driver that can be
/// unloaded holds one in a field, which is its `THIS_MODULE`, and names it as the owner of its file operations.
///
/// Binding to a device does not count: unloading unbinds first.
///
/// Source: `kernel/module/main.c`, Linux kernel, R. Russell, 2002.
public final class Module extends Struct {

    @Var
    private int users;

    @Var
    private boolean going;

    /// One more user, unless the module is being unloaded.
    ///
    /// @return whether it is used now; always where `module` is null, which stands for what cannot be unloaded
    public static boolean try_module_get(@Nullable Module module) {
        if (module == null) {
            return true;
        }
        Machine machine = Machine.current();
        machine.point(Access.WRITE, module);
        machine.exchange(module);
        if (module.going) {
            return false;
        }
        module.users++;
        return true;
    }

    /// One user less.
    public static void module_put(@Nullable Module module) {
        if (module == null) {
            return;
        }
        Machine machine = Machine.current();
        machine.point(Access.WRITE, module);
        machine.exchange(module);
        if (module.users == 0) {
            machine.emit(EventKind.MISUSE, module, 0, "module_put of a module that nobody uses");
            return;
        }
        module.users--;
    }

    /// `try_stop_module()`: from now on nobody can use it, unless somebody does.
    ///
    /// @return whether nobody does
    public boolean tryStop(Machine machine) {
        machine.point(Access.WRITE, this);
        machine.exchange(this);
        if (users > 0) {
            machine.emit(EventKind.MODULE_BUSY, this, users, "");
            return false;
        }
        going = true;
        return true;
    }
}
