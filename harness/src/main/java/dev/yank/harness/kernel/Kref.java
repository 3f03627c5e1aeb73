package dev.yank.harness.kernel;

/// `struct kref`: a reference count with a release function.
public final class Kref extends Struct {

    private final Refcount refcount = new Refcount();

    @Override
    public void yank$adopt(Memory memory) {
        super.yank$adopt(memory);
        refcount.yank$adopt(memory);
    }

    /// Sets the count to 1: the caller's reference.
    public static void kref_init(Kref kref) {
        Refcount.refcount_set(kref.refcount, 1);
    }

    /// One reference more; the caller holds one already, or a lock under which the last put cannot happen.
    public static void kref_get(Kref kref) {
        Refcount.refcount_inc(kref.refcount);
    }

    /// One reference more unless there is none left.
    ///
    /// @return whether the reference was taken
    public static boolean kref_get_unless_zero(Kref kref) {
        return Refcount.refcount_inc_not_zero(kref.refcount);
    }

    /// As [#kref_get_unless_zero], as part of something larger that happens in one piece.
    boolean getUnlessZero(Machine machine) {
        return refcount.incrementNotZero(machine);
    }

    /// Whether anybody has a reference; a look of the kernel's own.
    boolean isHeld(Machine machine) {
        return refcount.isHeld(machine);
    }

    /// One reference less; the last one calls `release`.
    ///
    /// @return whether it was the last one
    public static boolean kref_put(Kref kref, Runnable release) {
        if (Refcount.refcount_dec_and_test(kref.refcount)) {
            release.run();
            return true;
        }
        return false;
    }

    /// The count at this instant.
    public static int kref_read(Kref kref) {
        return Refcount.refcount_read(kref.refcount);
    }
}
