package dev.yank.harness.kernel;

import org.jspecify.annotations.Nullable;

/// `<asm/rwonce.h>` and `<asm/barrier.h>`: marked accesses, by which a driver says that others access the same
/// place at the same time.
///
/// Java hands over values and never places, so a marked read wraps the field, `READ_ONCE(state.gone)`, and a
/// marked write wraps the value: `state.gone = WRITE_ONCE(true)` for `WRITE_ONCE(state->gone, true)`. The
/// instrumentation makes the one access marked that the function stands next to; a driver in which it stands
/// anywhere else is refused. A `volatile` field is marked everywhere.
///
/// Source: `Documentation/memory-barriers.txt`, Linux kernel, D. Howells, P. McKenney, 2006-2024.
public final class Rwonce {

    private Rwonce() {}

    /// Reads a field once, whoever writes it meanwhile; orders nothing else.
    public static <T> @Nullable T READ_ONCE(@Nullable T field) {
        return field;
    }

    public static boolean READ_ONCE(boolean field) {
        return field;
    }

    public static int READ_ONCE(int field) {
        return field;
    }

    public static long READ_ONCE(long field) {
        return field;
    }

    /// Writes a field once, whoever reads it meanwhile; orders nothing else.
    public static <T> @Nullable T WRITE_ONCE(@Nullable T value) {
        return value;
    }

    public static boolean WRITE_ONCE(boolean value) {
        return value;
    }

    public static int WRITE_ONCE(int value) {
        return value;
    }

    public static long WRITE_ONCE(long value) {
        return value;
    }

    /// As [#READ_ONCE]; what follows sees everything that came before the [#smp_store_release] it reads from.
    public static <T> @Nullable T smp_load_acquire(@Nullable T field) {
        return field;
    }

    public static boolean smp_load_acquire(boolean field) {
        return field;
    }

    public static int smp_load_acquire(int field) {
        return field;
    }

    public static long smp_load_acquire(long field) {
        return field;
    }

    /// As [#WRITE_ONCE]; everything before it is seen by whoever reads it with [#smp_load_acquire].
    public static <T> @Nullable T smp_store_release(@Nullable T value) {
        return value;
    }

    public static boolean smp_store_release(boolean value) {
        return value;
    }

    public static int smp_store_release(int value) {
        return value;
    }

    public static long smp_store_release(long value) {
        return value;
    }
}
