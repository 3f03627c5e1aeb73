package dev.yank.harness.bench;

import dev.yank.harness.instrument.DriverCode;
import dev.yank.harness.instrument.InstrumentingClassLoader;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import dev.yank.harness.run.UsageException;
import dev.yank.harness.sim.SubjectSimulation;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A [Subject] whose code is at hand.
///
/// @param name its name in tables, with its size where it has one
/// @param size what its constructor is given; none where there is only one size
/// @param wrong what is wrong with it
/// @param source who described it
/// @param summary one sentence about it
/// @param className the class that it is made from
/// @param code its classes, rewritten
public record LoadedSubject(
        String name,
        Optional<Integer> size,
        Wrong wrong,
        String source,
        String summary,
        String className,
        DriverCode code) {

    /// The subjects of that class, one for each of its sizes.
    ///
    /// @throws UsageException where it does not say what it is
    static List<LoadedSubject> of(String className, DriverCode code) {
        Class<?> type = new InstrumentingClassLoader("subject", code).load(className);
        TestSubject declared = type.getAnnotation(TestSubject.class);
        if (declared == null || !Subject.class.isAssignableFrom(type)) {
            throw new UsageException("Class " + className
                    + " is listed as a subject; it must implement Subject and be annotated with @TestSubject.");
        }
        if (declared.sizes().length == 0) {
            return List.of(of(declared, Optional.empty(), className, code));
        }
        return Arrays.stream(declared.sizes())
                .mapToObj(size -> of(declared, Optional.of(size), className, code))
                .toList();
    }

    private static LoadedSubject of(TestSubject declared, Optional<Integer> size, String className, DriverCode code) {
        String name = declared.name() + size.map(number -> "_" + number).orElse("");
        return new LoadedSubject(name, size, declared.wrong(), declared.source(), declared.summary(), className, code);
    }

    /// A simulation of its own for one worker.
    public SubjectSimulation simulation() {
        Class<?> type = new InstrumentingClassLoader("subject", code).load(className);
        try {
            Constructor<?> constructor =
                    size.isPresent() ? type.getDeclaredConstructor(int.class) : type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object[] arguments = size.map(number -> new Object[] {number}).orElseGet(() -> new Object[0]);
            return new SubjectSimulation(() -> create(constructor, arguments));
        } catch (NoSuchMethodException e) {
            throw new UsageException("Class " + className + " needs a constructor with "
                    + (size.isPresent() ? "one int, its size." : "no parameters."));
        }
    }

    private static Subject create(Constructor<?> constructor, Object[] arguments) {
        try {
            return (Subject) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new UsageException("No subject can be made of class "
                    + constructor.getDeclaringClass().getName() + ": " + e.getCause());
        }
    }
}
