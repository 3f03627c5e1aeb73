package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.instrument.DriverCode;
import dev.yank.harness.instrument.InstrumentingClassLoader;
import dev.yank.harness.kernel.Driver;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.mutate.Mutation;
import dev.yank.harness.program.Program;
import dev.yank.harness.sim.Simulation;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.RuleId;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A driver whose code is at hand.
///
/// @param about what it is and promises
/// @param code its classes, rewritten
/// @param leftOut the operations of the device that it does not offer
/// @param address how a replay token names it: by its name where the project's index lists it, else by its
/// class
/// @param classPath where the user said that it is; empty for a driver of the project
public record LoadedDriver(
        DriverUnderTest about, DriverCode code, List<String> leftOut, String address, String classPath) {

    /// Between the name of a driver and that of a mutation.
    static final String MUTANT = "~";

    private static final List<String> ALWAYS_ASKED = List.of("poll", "drive-pin");

    /// What a driver is asked for only if it says so; where it names nothing else, in addition to everything else.
    private static final List<String> WHERE_OFFERED = List.of("unload", "misbehave", "delete", "clone");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /// Reads what the driver class declares about itself, and checks that it can be judged.
    ///
    /// @throws UsageException where it declares too little or what does not exist
    /// @throws dev.yank.harness.instrument.UnsuitableDriverException where its code cannot be judged
    public static LoadedDriver of(String className, DriverCode code) {
        Class<?> type = new InstrumentingClassLoader("driver", code).load(className);
        UnderTest declared = type.getAnnotation(UnderTest.class);
        if (declared == null) {
            throw new UsageException(
                    "Class " + className + " does not say what it promises; annotate it with @UnderTest.");
        }
        if (!NAME.matcher(declared.name()).matches()) {
            throw new UsageException("Class " + className + " calls its driver '" + declared.name()
                    + "'; use small letters, digits and single hyphens.");
        }
        DeviceUnderTest device = DeviceUnderTest.parse(declared.device());
        requireDriverOf(device, type);
        requireConstructor(type);
        return new LoadedDriver(
                new DriverUnderTest(
                        declared.name(),
                        className,
                        device,
                        policy(className, declared.policy()),
                        rule(className, declared.breaks()),
                        declared.summary()),
                code,
                leftOut(className, device, List.of(declared.operations())),
                className,
                "");
    }

    /// This driver, found on a class path that the user named.
    LoadedDriver foundOn(List<Path> paths) {
        String written = paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return new LoadedDriver(about, code, leftOut, address, written);
    }

    private static List<String> leftOut(String className, DeviceUnderTest device, List<String> offered) {
        for (String operation : offered) {
            if (!device.operations().contains(operation) && !WHERE_OFFERED.contains(operation)) {
                throw new UsageException("Class " + className + " offers the operation '" + operation + "', which "
                        + device.label() + " does not have; choose from " + String.join(", ", device.operations())
                        + ".");
            }
        }
        List<String> asked = WHERE_OFFERED.containsAll(offered) ? device.operations() : offered;
        Stream<String> others = WHERE_OFFERED.stream()
                .filter(operation ->
                        !offered.contains(operation) && !device.operations().contains(operation));
        return Stream.concat(device.operationsOfKind().stream(), others)
                .filter(operation -> !asked.contains(operation) && !ALWAYS_ASKED.contains(operation))
                .toList();
    }

    /// Every change that can be made at a call of it, in the order of its classes.
    public List<Mutation> mutations() {
        return code.mutations(about.className());
    }

    /// What a mutant of this driver is called, such as `edu-gated~drop-call@remove:free_irq#1`.
    public String mutant(Mutation mutation) {
        return about.name() + MUTANT + mutation.name();
    }

    /// This driver with one change; as a driver that should conform, which it should not.
    public LoadedDriver mutated(Mutation mutation) {
        var changed = new DriverUnderTest(
                mutant(mutation),
                about.className(),
                about.device(),
                about.policy(),
                about.breaks(),
                about.name() + ", where " + mutation.sentence() + ".");
        return new LoadedDriver(
                changed, code.mutated(mutation), leftOut, address + MUTANT + mutation.name(), classPath);
    }

    /// The mutant of that name, without what comes before the `~`.
    ///
    /// @throws UsageException where there is none
    LoadedDriver mutant(String name) {
        return mutations().stream()
                .filter(mutation -> mutation.name().equals(name))
                .findFirst()
                .map(this::mutated)
                .orElseThrow(() -> new UsageException("Driver " + about.name() + " has no mutant '" + name
                        + "'; ./yank list mutants " + about.name() + " names them."));
    }

    /// The program without what the driver does not offer.
    public Program restrict(Program program) {
        if (leftOut.isEmpty()) {
            return program;
        }
        @Var Program restricted = program;
        for (int process = 0; process < program.processes().size(); process++) {
            restricted = restricted.withProcess(
                    process,
                    program.processes().get(process).stream()
                            .filter(operation -> !leftOut.contains(operation.f()))
                            .toList());
        }
        return restricted;
    }

    /// This driver, known to everybody by its name.
    LoadedDriver listed() {
        return new LoadedDriver(about, code, leftOut, about.name(), classPath);
    }

    private static void requireDriverOf(DeviceUnderTest device, Class<?> type) {
        Class<? extends Driver> wanted = device.driver();
        if (!wanted.isAssignableFrom(type)) {
            throw new UsageException("Class " + type.getName() + " drives " + device.label() + ", so it must implement "
                    + wanted.getSimpleName() + ".");
        }
    }

    private static void requireConstructor(Class<?> type) {
        if (Modifier.isAbstract(type.getModifiers())) {
            throw new UsageException("Class " + type.getName()
                    + " is abstract, so no driver can be made of it; name a class that extends it.");
        }
        constructor(type);
    }

    private static Constructor<?> constructor(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new UsageException("Class " + type.getName()
                    + " needs a constructor without parameters: it is called to load the module.");
        }
    }

    private static Policy policy(String className, String text) {
        try {
            return Policy.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("The policy of class " + className + " cannot be read: " + e.getMessage());
        }
    }

    private static Optional<RuleId> rule(String className, String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(RuleId.parse(text));
        } catch (IllegalArgumentException e) {
            throw new UsageException("The rule that class " + className + " breaks cannot be read: " + e.getMessage());
        }
    }

    /// A simulation of its own for one worker: workers share nothing but the bytes of the classes.
    Simulation simulation() {
        Constructor<?> constructor = constructor(new InstrumentingClassLoader("driver", code).load(about.className()));
        return new Simulation(() -> create(constructor), about.policy());
    }

    private static Driver create(Constructor<?> constructor) {
        try {
            return (Driver) constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new UsageException("The constructor of class " + constructor.getName() + " threw " + e.getCause()
                    + "; it may only set up the fields of the module.");
        } catch (ReflectiveOperationException e) {
            throw new UsageException("No driver can be made of class " + constructor.getName() + ": " + e.getMessage()
                    + "; give it a constructor without parameters that sets up the fields of the module.");
        }
    }
}
