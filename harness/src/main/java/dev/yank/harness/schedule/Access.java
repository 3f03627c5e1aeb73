package dev.yank.harness.schedule;

/// What a step does to a location that tasks share, as one number: the location and how it is used.
///
/// A location is a number from [#FIRST_LOCATION] on that [Scheduler#newLocation] gave out, or a smaller one
/// with a fixed meaning, and a part of it, such as a field. Two steps that use a location in ways that do not
/// conflict come to the same in either order.
public final class Access {

    /// Nothing that others could see.
    public static final long NOTHING = 0;

    /// It is not known what: it conflicts with every step, even one that does nothing.
    public static final long ANYTHING = -1;

    /// The first location without a fixed meaning.
    public static final int FIRST_LOCATION = 64;

    private static final int READ = 0;
    private static final int ADD = 1;
    private static final int WRITE = 2;
    private static final int MODE_BITS = 2;
    private static final long MODE = (1 << MODE_BITS) - 1;

    private Access() {}

    /// Looks at it. Two tasks may look in either order.
    public static long read(int location, int part) {
        return place(location, part) | READ;
    }

    /// Changes it in a way in which the order of two such changes does not matter, but that of a change and a
    /// look does.
    public static long add(int location, int part) {
        return place(location, part) | ADD;
    }

    /// Changes it.
    public static long write(int location, int part) {
        return place(location, part) | WRITE;
    }

    /// Whether the order of two steps matters on account of these accesses.
    public static boolean conflict(long one, long other) {
        if (one == ANYTHING || other == ANYTHING) {
            return true;
        }
        if (one == NOTHING || other == NOTHING) {
            return false;
        }
        return place(one) == place(other) && modesConflict(one, other);
    }

    /// The same where the location itself may have been given another number in the meantime.
    static boolean modesConflict(long one, long other) {
        return ((one ^ other) & MODE) != 0 || (one & MODE) == WRITE;
    }

    static boolean isWrite(long access) {
        return (access & MODE) == WRITE;
    }

    /// Location and part of an access, without how it is used.
    static long place(long access) {
        return access & ~MODE;
    }

    /// The number of the location of an access.
    static int location(long access) {
        return (int) (access >>> (Integer.SIZE + MODE_BITS));
    }

    /// The part of the location of an access.
    static int part(long access) {
        return (int) (access >>> MODE_BITS);
    }

    private static long place(int location, int part) {
        return ((long) location << Integer.SIZE | (part & 0xffff_ffffL)) << MODE_BITS;
    }
}
