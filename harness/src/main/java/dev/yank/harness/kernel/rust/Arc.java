package dev.yank.harness.kernel.rust;

import static dev.yank.harness.kernel.Refcount.refcount_dec_and_test;
import static dev.yank.harness.kernel.Refcount.refcount_inc;
import static dev.yank.harness.kernel.Refcount.refcount_inc_not_zero;
import static dev.yank.harness.kernel.Refcount.refcount_set;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Machine;
import dev.yank.harness.kernel.Refcount;
import dev.yank.harness.kernel.Struct;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// `Arc<T>`: one counted reference to a shared value. The value is dropped when the last `Arc` is, and its
/// memory is freed when the last [Weak] is gone too.
///
/// Source: `rust/kernel/sync/arc.rs`, Linux kernel, W. Almeida Filho, 2022; weak references as in Rust's
/// `std::sync`.
public final class Arc<T> extends Struct {

    /// What the references share. All strong references together hold one weak reference.
    static final class Inner<T> {
        final T data;
        final Refcount strong = new Refcount();
        final Refcount weak = new Refcount();

        Inner(T data) {
            this.data = data;
        }

        Inner<T> oneMoreWeak() {
            refcount_inc(weak);
            return this;
        }

        void dropWeak() {
            if (refcount_dec_and_test(weak)) {
                kfree(data);
            }
        }
    }

    private final Inner<T> inner;

    @Var
    private boolean dropped;

    private Arc(Inner<T> inner) {
        this.inner = inner;
    }

    /// `Arc::new(data, GFP_KERNEL)`.
    ///
    /// @return the first reference, or null where memory is short
    public static <T> @Nullable Arc<T> arc_new(T data) {
        if (kzalloc(data) == null) {
            return null;
        }
        var inner = new Inner<>(data);
        refcount_set(inner.strong, 1);
        refcount_set(inner.weak, 1);
        return new Arc<>(inner);
    }

    /// One more reference to the same value: `Arc::clone`.
    public Arc<T> cloned() {
        check("clone");
        refcount_inc(inner.strong);
        return new Arc<>(inner);
    }

    /// The value.
    public T get() {
        check("get");
        return inner.data;
    }

    /// A reference that does not keep the value alive.
    public Weak<T> downgrade() {
        check("downgrade");
        return new Weak<>(inner.oneMoreWeak());
    }

    /// Drops this reference; nobody may use it afterwards.
    public void drop() {
        check("drop");
        dropped = true;
        if (refcount_dec_and_test(inner.strong)) {
            Drop.drop(inner.data);
            inner.dropWeak();
        }
    }

    static <T> @Nullable Arc<T> upgrade(Inner<T> inner) {
        return refcount_inc_not_zero(inner.strong) ? new Arc<>(inner) : null;
    }

    private void check(String operation) {
        if (dropped) {
            Machine machine = Machine.current();
            machine.emit(EventKind.MISUSE, this, 0, operation + " of an Arc that was dropped");
        }
    }
}
