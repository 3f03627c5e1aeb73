package dev.yank.harness.instrument;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

    private static final String PURE =
            " differs from one execution to the next, and an execution must be a pure function "
                    + "of program and schedule; ";
    private static final String FROM_PORT = PURE + "take time and random values from the kernel port.";
    private static final String PORT_WAITS = "; use the wait queues, work items and timers of the kernel port.";
    private static final String PORT_LOCKS = "; use mutex_lock or spin_lock of the kernel port.";
    private static final String ORDER = "; use java.util.LinkedHashMap, LinkedHashSet or the lists of the kernel port.";
    private static final String OUTSIDE =
            " reaches outside the simulated kernel; use the devices, files and log of the kernel port.";
    private static final String REFLECTION =
            " is reflection, which escapes the scheduling points; call the member directly.";
    private static final String OUTLIVES =
            " that can change outlives an execution; keep module state in a field of the driver object.";

    @TempDir
    private Path folder;

    static Stream<Arguments> members() {
        return Stream.of(
                arguments("static int count;", ", field count: a static field" + OUTLIVES),
                arguments(
                        "static final State STATE = new State(); static class State { int count; }",
                        ", field STATE: a static field holds an object that can change; "
                                + "keep module state in a field of the driver object."),
                arguments(
                        "synchronized void probe() {\n count(); } void count() {}",
                        ", method probe, line 2: a synchronized method hangs the scheduler" + PORT_LOCKS),
                arguments(
                        "void probe() {\n synchronized (this) { } }",
                        ", method probe, line 2: a synchronized block hangs the scheduler" + PORT_LOCKS),
                arguments(
                        "native void probe();",
                        ", method probe: a native method cannot be scheduled; write it in Java against the kernel"
                                + " port."),
                arguments(
                        "@Override protected void finalize() {}",
                        ", method finalize: a finalizer runs when the garbage collector likes; "
                                + "use kref or devres of the kernel port."),
                arguments(
                        "java.util.concurrent.locks.Lock lock;",
                        ", field lock: java.util.concurrent.locks.Lock is not for drivers" + PORT_LOCKS),
                arguments(
                        "java.util.concurrent.atomic.AtomicInteger[] counts;",
                        ", field counts: java.util.concurrent.atomic.AtomicInteger is not for drivers; "
                                + "use refcount_t or kref of the kernel port, or a field under a lock."),
                arguments(
                        "void probe(java.util.concurrent.Executor e) {}",
                        ", method probe: java.util.concurrent.Executor is not for drivers" + PORT_WAITS),
                arguments(
                        "Thread.State state;", ", field state: java.lang.Thread.State is not for drivers" + PORT_WAITS),
                arguments(
                        "void probe() { try { count(); } catch (java.util.concurrent.CancellationException e) { } }"
                                + " void count() {}",
                        ", method probe: java.util.concurrent.CancellationException is not for drivers" + PORT_WAITS),
                arguments(
                        "ThreadLocal<String> own;",
                        ", field own: java.lang.ThreadLocal is not for drivers" + PORT_WAITS));
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                arguments("new Thread(() -> {}).start();", "java.lang.Thread is not for drivers" + PORT_WAITS),
                arguments("Runtime.getRuntime().gc();", "java.lang.Runtime is not for drivers" + PORT_WAITS),
                arguments("new ProcessBuilder();", "java.lang.ProcessBuilder is not for drivers" + PORT_WAITS),
                arguments(
                        "this.wait();", "Object.wait waits on a Java monitor, which hangs the scheduler" + PORT_WAITS),
                arguments("notify();", "Object.notify waits on a Java monitor, which hangs the scheduler" + PORT_WAITS),
                arguments(
                        "notifyAll();",
                        "Object.notifyAll waits on a Java monitor, which hangs the scheduler" + PORT_WAITS),
                arguments("new java.util.Random();", "java.util.Random" + FROM_PORT),
                arguments("Math.random();", "Math.random" + FROM_PORT),
                arguments("System.nanoTime();", "System.nanoTime" + FROM_PORT),
                arguments("System.currentTimeMillis();", "System.currentTimeMillis" + FROM_PORT),
                arguments(
                        "System.identityHashCode(this);",
                        "System.identityHashCode" + PURE + "compare with == or number the objects yourself."),
                arguments(
                        "this.hashCode();",
                        "Object.hashCode" + PURE + "number the objects yourself, or override hashCode."),
                arguments("java.util.function.Supplier<Long> now = System::nanoTime;", "System.nanoTime" + FROM_PORT),
                arguments("java.time.Clock.systemUTC();", "java.time.Clock" + FROM_PORT),
                arguments("java.time.Instant.now();", "Instant.now" + FROM_PORT),
                arguments("java.util.UUID.randomUUID();", "UUID.randomUUID" + FROM_PORT),
                arguments("java.util.Collections.shuffle(null);", "Collections.shuffle" + FROM_PORT),
                arguments("System.out.println();", "System.out" + OUTSIDE),
                arguments("new java.io.File(\"a\");", "java.io.File" + OUTSIDE),
                arguments("java.nio.file.Path.of(\"a\");", "java.nio.file.Path" + OUTSIDE),
                arguments("new java.net.Socket();", "java.net.Socket" + OUTSIDE),
                arguments("Object c = java.lang.reflect.Method.class;", "java.lang.reflect.Method" + REFLECTION),
                arguments("java.lang.invoke.MethodHandles.lookup();", "java.lang.invoke.MethodHandles" + REFLECTION),
                arguments("Class.forName(\"a\");", "Class.forName" + REFLECTION),
                arguments("getClass().getDeclaredFields();", "Class.getDeclaredFields" + REFLECTION),
                arguments(
                        "Object c = sun.misc.Unsafe.class;",
                        "sun.misc.Unsafe is internal to the JDK; use the kernel port."),
                arguments("new java.util.HashMap<>();", "java.util.HashMap has no fixed iteration order" + ORDER),
                arguments("new java.util.HashSet<>();", "java.util.HashSet has no fixed iteration order" + ORDER),
                arguments(
                        "java.util.function.Supplier<?> s = java.util.IdentityHashMap::new;",
                        "java.util.IdentityHashMap has no fixed iteration order" + ORDER),
                arguments(
                        "Object o = null; boolean b = o instanceof java.util.HashMap;",
                        "java.util.HashMap has no fixed iteration order" + ORDER),
                arguments("Object o = new java.util.Random[1];", "java.util.Random" + FROM_PORT),
                arguments("Object o = new java.util.Random[1][1];", "java.util.Random" + FROM_PORT),
                arguments(
                        "new java.util.WeakHashMap<>();", "java.util.WeakHashMap has no fixed iteration order" + ORDER),
                arguments("java.util.Set.of(1, 2);", "Set.of iterates in another order in each Java process" + ORDER),
                arguments(
                        "java.util.stream.Stream.of(1).collect(java.util.stream.Collectors.toSet());",
                        "Collectors.toSet has no fixed iteration order" + ORDER),
                arguments(
                        "java.util.List.of(1).parallelStream();",
                        "List.parallelStream runs on threads of its own; use a sequential loop or stream."),
                arguments(
                        "new java.lang.ref.WeakReference<>(this);",
                        "java.lang.ref.WeakReference follows the garbage collector, which no schedule controls; "
                                + "use kref or devres of the kernel port."));
    }

    @ParameterizedTest
    @MethodSource("members")
    void aMemberThatCannotBeControlledIsRefused(String member, String sentence) {
        assertRefused("class Port { " + member + " }", "Class com.example.Port" + sentence);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void aStatementThatCannotBeControlledIsRefusedWithItsLine(String statement, String sentence) {
        assertRefused(
                "class Port { void probe() throws Exception {\n\n " + statement + " } }",
                "Class com.example.Port, method probe, line 3: " + sentence);
    }

    @Test
    void aLambdaCountsAsTheMethodItStandsIn() {
        assertRefused(
                "class Port { void probe() { Runnable r = () ->\n Math.random(); } }",
                "Class com.example.Port, method probe, line 2: Math.random" + FROM_PORT);
    }

    @Test
    void constructorsAndInitialisersAreNamed() {
        assertRefused(
                "class Port {\n Port() { Math.random(); } }",
                "Class com.example.Port, constructor, line 2: Math.random" + FROM_PORT);
        assertRefused(
                "class Port { static final double CHANCE\n = Math.random(); }",
                "Class com.example.Port, static initialiser, line 2: Math.random" + FROM_PORT);
    }

    @Test
    void superclassesAreNamedWithoutAMember() {
        assertRefused(
                "class Port extends Thread {}",
                "Class com.example.Port: java.lang.Thread is not for drivers" + PORT_WAITS);
    }

    @Test
    void interfacesAreNamedWithoutAMember() {
        assertRefused(
                "abstract class Port implements java.util.concurrent.Callable<String> {}",
                "Class com.example.Port: java.util.concurrent.Callable is not for drivers" + PORT_WAITS);
    }

    @Test
    void anEnumThatChangesIsRefused() {
        assertRefused(
                "enum Port { ONE; int count; }", "Class com.example.Port, field count: a field of an enum" + OUTLIVES);
    }

    @Test
    void aClassThatIsOnlyReachableIsRefusedAtOnce() {
        assertRefused(
                "class Port { Runnable r = () -> new State(); static class State { static int count; } }",
                "Class com.example.Port$State, field count: a static field" + OUTLIVES);
    }

    @Test
    void whatCompilersAddByThemselvesIsAccepted() {
        CompiledDriver.compile(folder, "Port", """
            class Port {
                enum Mode { ON, OFF }
                record Pair(String left, int right) {}
                static final int[] TABLE = {1, 2};
                static final Port OPS = new Port();
                final java.util.Map<String, Integer> order = new java.util.LinkedHashMap<>();
                int probe(Mode mode, Object o) throws java.io.IOException {
                    assert o != null : "no object";
                    System.arraycopy(TABLE, 0, TABLE, 0, 1);
                    String text = "a" + o + mode + new Pair("a", 1).hashCode() + Mode.valueOf("ON").hashCode();
                    return switch (mode) { case ON -> text.hashCode(); case OFF -> getClass().getName().length(); };
                }
            }
            """);
        assertThatCode(() -> CompiledDriver.loader(folder).load("com.example.Port"))
                .doesNotThrowAnyException();
    }

    private void assertRefused(String source, String sentence) {
        CompiledDriver.compile(folder, "Port", source);
        assertThatThrownBy(() -> CompiledDriver.loader(folder).load("com.example.Port"))
                .isInstanceOf(UnsuitableDriverException.class)
                .hasMessage(sentence);
    }
}
