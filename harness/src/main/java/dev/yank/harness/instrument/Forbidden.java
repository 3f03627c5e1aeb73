package dev.yank.harness.instrument;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What of the JDK a driver may not refer to, and what it says to who does.
///
/// An answer is the second half of a sentence, behind the place.
final class Forbidden {

    private static final String WAITING = "use the wait queues, work items and timers of the kernel port";
    private static final String CHANGING = " differs from one execution to the next, and an execution must be a pure "
            + "function of program and schedule; ";
    private static final String FROM_PORT = "take time and random values from the kernel port";
    private static final String ORDERED = "use java.util.LinkedHashMap, LinkedHashSet or the lists of the kernel port";

    private static final List<String> THREADS = List.of(
            "java/util/concurrent/",
            "java/lang/Thread",
            "java/lang/ThreadGroup",
            "java/lang/ThreadLocal",
            "java/lang/InheritableThreadLocal",
            "java/lang/ScopedValue",
            "java/lang/Runtime",
            "java/lang/Process",
            "java/lang/ProcessBuilder",
            "java/lang/ProcessHandle",
            "java/util/Timer",
            "java/util/TimerTask");

    private static final List<String> UNORDERED = List.of(
            "java/util/HashMap",
            "java/util/HashSet",
            "java/util/IdentityHashMap",
            "java/util/WeakHashMap",
            "java/util/Hashtable");

    private static final List<String> RANDOM = List.of(
            "java/util/Random",
            "java/util/random/",
            "java/util/SplittableRandom",
            "java/security/SecureRandom",
            "java/time/Clock",
            "java/time/InstantSource",
            "java/util/Date",
            "java/util/Calendar",
            "java/util/GregorianCalendar");

    private static final Set<String> PLAIN_IO = Set.of(
            "java/io/Serializable",
            "java/io/Closeable",
            "java/io/IOException",
            "java/io/UncheckedIOException",
            "java/io/EOFException");

    private static final List<String> IO =
            List.of("java/io/", "java/nio/file/", "java/nio/channels/", "java/net/", "javax/net/", "java/util/Scanner");

    private static final List<String> REFLECTION = List.of(
            "java/lang/reflect/",
            "java/lang/invoke/",
            "java/lang/ClassLoader",
            "java/lang/Module",
            "java/util/ServiceLoader");

    private static final List<String> INTERNALS =
            List.of("jdk/internal/", "sun/", "com/sun/", "java/lang/foreign/", "java/lang/instrument/");

    private static final Set<String> LOOKS_BY_NAME = Set.of(
            "forName",
            "newInstance",
            "getMethod",
            "getMethods",
            "getField",
            "getFields",
            "getConstructor",
            "getConstructors",
            "getClassLoader",
            "getModule",
            "getResource",
            "getResourceAsStream");

    private Forbidden() {}

    /// Why the class may not be referred to, whatever is done with it.
    ///
    /// @param owner internal name
    static Optional<String> type(String owner) {
        String name = owner.replace('/', '.').replace('$', '.');
        if (owner.startsWith("java/util/concurrent/locks/")) {
            return refuse(name, " is not for drivers; use mutex_lock or spin_lock of the kernel port");
        }
        if (owner.startsWith("java/util/concurrent/atomic/")) {
            return refuse(
                    name, " is not for drivers; use refcount_t or kref of the kernel port, or a field under a lock");
        }
        if (among(THREADS, owner)) {
            return refuse(name, " is not for drivers; " + WAITING);
        }
        if (among(UNORDERED, owner)) {
            return refuse(name, " has no fixed iteration order; " + ORDERED);
        }
        if (among(RANDOM, owner)) {
            return refuse(name, CHANGING + FROM_PORT);
        }
        if (owner.startsWith("java/lang/ref/")) {
            return refuse(
                    name,
                    " follows the garbage collector, which no schedule controls; "
                            + "use kref or devres of the kernel port");
        }
        return environment(owner, name);
    }

    private static Optional<String> environment(String owner, String name) {
        if (among(IO, owner) && !PLAIN_IO.contains(owner)) {
            return refuse(
                    name, " reaches outside the simulated kernel; use the devices, files and log of the kernel port");
        }
        if (among(REFLECTION, owner)) {
            return refuse(name, " is reflection, which escapes the scheduling points; call the member directly");
        }
        if (among(INTERNALS, owner)) {
            return refuse(name, " is internal to the JDK; use the kernel port");
        }
        return Optional.empty();
    }

    /// Why this method or field may not be used, although its class may.
    ///
    /// @param owner internal name
    /// @param descriptor of the method or field
    static Optional<String> member(String owner, String name, String descriptor) {
        return switch (owner) {
            case "java/lang/Object" -> ofObject(name, descriptor);
            case "java/lang/System" -> ofSystem(name);
            case "java/lang/Math", "java/lang/StrictMath" ->
                name.equals("random") ? refuse("Math.random", CHANGING + FROM_PORT) : Optional.empty();
            case "java/util/UUID" ->
                name.equals("randomUUID") ? refuse("UUID.randomUUID", CHANGING + FROM_PORT) : Optional.empty();
            case "java/util/Collections" ->
                name.equals("shuffle") ? refuse("Collections.shuffle", CHANGING + FROM_PORT) : Optional.empty();
            case "java/util/Set", "java/util/Map" -> ofImmutable(owner, name);
            case "java/util/stream/Collectors" -> ofCollectors(name);
            case "java/lang/Class" -> ofClass(name);
            default -> ofOthers(owner, name);
        };
    }

    private static Optional<String> ofObject(String name, String descriptor) {
        return switch (name) {
            case "wait", "notify", "notifyAll" ->
                refuse("Object." + name, " waits on a Java monitor, which hangs the scheduler; " + WAITING);
            case "hashCode" ->
                descriptor.equals("()I")
                        ? refuse("Object.hashCode", CHANGING + "number the objects yourself, or override hashCode")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofSystem(String name) {
        return switch (name) {
            case "arraycopy", "lineSeparator" -> Optional.empty();
            case "nanoTime", "currentTimeMillis" -> refuse("System." + name, CHANGING + FROM_PORT);
            case "identityHashCode" ->
                refuse("System.identityHashCode", CHANGING + "compare with == or number the objects yourself");
            default ->
                refuse(
                        "System." + name,
                        " reaches outside the simulated kernel; use the devices, files and log of the kernel port");
        };
    }

    private static Optional<String> ofImmutable(String owner, String name) {
        return switch (name) {
            case "of", "ofEntries", "copyOf" ->
                refuse(
                        owner.substring(owner.lastIndexOf('/') + 1) + "." + name,
                        " iterates in another order in each Java process; " + ORDERED);
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofCollectors(String name) {
        return switch (name) {
            case "toSet", "toUnmodifiableSet", "toUnmodifiableMap" ->
                refuse("Collectors." + name, " has no fixed iteration order; " + ORDERED);
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofClass(String name) {
        return LOOKS_BY_NAME.contains(name) || name.startsWith("getDeclared")
                ? refuse(
                        "Class." + name,
                        " is reflection, which escapes the scheduling points; call the member directly")
                : Optional.empty();
    }

    private static Optional<String> ofOthers(String owner, String name) {
        String label = owner.substring(owner.lastIndexOf('/') + 1) + "." + name;
        if (owner.startsWith("java/time/") && name.equals("now")) {
            return refuse(label, CHANGING + FROM_PORT);
        }
        if (owner.startsWith("java/util/") && name.startsWith("parallel")) {
            return refuse(label, " runs on threads of its own; use a sequential loop or stream");
        }
        return Optional.empty();
    }

    private static Optional<String> refuse(String what, String why) {
        return Optional.of(what + why);
    }

    private static String outermost(String owner) {
        int nested = owner.indexOf('$');
        return nested < 0 ? owner : owner.substring(0, nested);
    }

    /// An entry that ends in a slash is a package with all below it, any other is a class with all nested in
    /// it.
    private static boolean among(List<String> entries, String owner) {
        String outermost = outermost(owner);
        return entries.stream()
                .anyMatch(entry -> entry.endsWith("/") ? owner.startsWith(entry) : outermost.equals(entry));
    }
}
