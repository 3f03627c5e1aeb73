package dev.yank.features;

import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes the step classes of a scenario and hands the same [World] to each that asks for one.
public final class OneWorld implements ObjectFactory {

    private final Map<Class<?>, Object> instances = new LinkedHashMap<>();

    @Override
    public boolean addClass(Class<?> glueClass) {
        return true;
    }

    @Override
    public void start() {
        instances.clear();
    }

    @Override
    public void stop() {
        instances.clear();
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        Object known = instances.get(type);
        if (known != null) {
            return type.cast(known);
        }
        T made = make(type);
        instances.put(type, made);
        return made;
    }

    private <T> T make(Class<T> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            return constructor.getParameterCount() == 0
                    ? type.cast(constructor.newInstance())
                    : type.cast(constructor.newInstance(getInstance(World.class)));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The constructor of " + type.getName() + " threw.", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    type.getName() + " needs one public constructor, without parameters or with a World.", e);
        }
    }
}
