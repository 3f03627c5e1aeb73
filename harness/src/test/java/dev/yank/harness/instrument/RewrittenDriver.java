package dev.yank.harness.instrument;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One object of a rewritten class of `dev.yank.testdriver`, used by name.
final class RewrittenDriver {

    private final Object object;

    private RewrittenDriver(Object object) {
        this.object = object;
    }

    static InstrumentingClassLoader loader() {
        return new InstrumentingClassLoader(
                "driver", DriverCode.visibleTo(new RecordingLoader(), name -> name.startsWith("dev.yank.testdriver.")));
    }

    /// A new object of the class, with nothing recorded yet.
    static RewrittenDriver of(String simpleName) {
        Class<?> type = loader().load("dev.yank.testdriver." + simpleName);
        RewrittenDriver made = new RewrittenDriver(make(type));
        Recording.take();
        return made;
    }

    static Object make(Class<?> type, Object... arguments) {
        Constructor<?> constructor = Arrays.stream(type.getConstructors())
                .filter(candidate -> candidate.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow();
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    Object object() {
        return object;
    }

    /// What the method answers.
    @Nullable
    Object call(String method, Object... arguments) {
        Method found = Arrays.stream(object.getClass().getMethods())
                .filter(candidate -> candidate.getName().equals(method)
                        && candidate.getParameterCount() == arguments.length
                        && !candidate.isBridge())
                .findFirst()
                .orElseThrow();
        try {
            found.setAccessible(true);
            return found.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) Objects.requireNonNull(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /// The hooks that the method called.
    List<String> hooks(String method, Object... arguments) {
        call(method, arguments);
        return Recording.take();
    }

    static Object field(Object object, String name) {
        try {
            return Objects.requireNonNull(object.getClass().getField(name).get(object));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
