package dev.yank.harness.kernel.rust;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Machine;
import dev.yank.harness.kernel.Struct;
import dev.yank.model.trace.EventKind;
import java.util.function.Consumer;

/// `ScopeGuard<T, F>`: data with a clean-up that runs when the scope is left, unless the guard was dismissed,
/// which gives the data back.
///
/// Source: Patch 1/5, rust: types: introduce ScopeGuard, W. Almeida Filho, 2023.
///
/// @param <T> the data
public final class ScopeGuard<T> extends Struct implements AutoCloseable {

    private static final int BY_SCOPE = 2;
    private static final String A_SCOPE_GUARD = "a scope guard";

    private final T data;
    private final Consumer<T> cleanup;

    @Var
    private boolean armed = true;

    private ScopeGuard(T data, Consumer<T> cleanup) {
        this.data = data;
        this.cleanup = cleanup;
    }

    /// `ScopeGuard::new_with_data(data, cleanup)`.
    public static <T> ScopeGuard<T> new_with_data(T data, Consumer<T> cleanup) {
        var guard = new ScopeGuard<>(data, cleanup);
        Machine.current().emit(EventKind.SCOPE_GUARDED, guard, 0, A_SCOPE_GUARD);
        return guard;
    }

    /// The data.
    public T get() {
        return data;
    }

    /// Prevents the clean-up.
    ///
    /// @return the data
    public T dismiss() {
        armed = false;
        Machine.current().emit(EventKind.SCOPE_DISMISSED, this, 0, A_SCOPE_GUARD);
        return data;
    }

    /// Leaves the scope: cleans up unless the guard was dismissed.
    @Override
    public void close() {
        if (armed) {
            armed = false;
            Machine machine = Machine.current();
            machine.emit(EventKind.ACTION_BEGIN, this, BY_SCOPE, A_SCOPE_GUARD);
            cleanup.accept(data);
            machine.emit(EventKind.ACTION_END, this, BY_SCOPE, A_SCOPE_GUARD);
        }
    }
}
