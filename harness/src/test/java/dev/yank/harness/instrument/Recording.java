package dev.yank.harness.instrument;

import com.google.errorprone.annotations.Var;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where the hooks of rewritten test drivers are written down, with what each hook could see at that moment.
public final class Recording {

    private static final List<String> EVENTS = new ArrayList<>();
    private static final Map<String, Integer> PLACES = new TreeMap<>();

    private Recording() {}

    static List<String> take() {
        List<String> taken = List.copyOf(EVENTS);
        EVENTS.clear();
        return taken;
    }

    public static void read(@Nullable Object object, String field, int number) {
        access("read ", object, field, number);
    }

    public static void read(@Nullable Object array, int index) {
        EVENTS.add("read [" + index + "] of " + contents(array));
    }

    public static void write(@Nullable Object object, String field, int number) {
        access("write ", object, field, number);
    }

    public static void write(@Nullable Object array, int index) {
        EVENTS.add("write [" + index + "] of " + contents(array));
    }

    public static void readOnce(@Nullable Object object, String field, int number) {
        access("once read ", object, field, number);
    }

    public static void readOnce(@Nullable Object array, int index) {
        EVENTS.add("once read [" + index + "] of " + contents(array));
    }

    public static void writeOnce(@Nullable Object object, String field, int number) {
        access("once write ", object, field, number);
    }

    public static void writeOnce(@Nullable Object array, int index) {
        EVENTS.add("once write [" + index + "] of " + contents(array));
    }

    public static void loadAcquire(@Nullable Object object, String field, int number) {
        access("acquire ", object, field, number);
    }

    public static void loadAcquire(@Nullable Object array, int index) {
        EVENTS.add("acquire [" + index + "] of " + contents(array));
    }

    public static void storeRelease(@Nullable Object object, String field, int number) {
        access("release ", object, field, number);
    }

    public static void storeRelease(@Nullable Object array, int index) {
        EVENTS.add("release [" + index + "] of " + contents(array));
    }

    public static void touch(@Nullable Object object, String field) {
        EVENTS.add("touch " + field);
    }

    public static void array(@Nullable Object array) {
        EVENTS.add("array " + contents(array));
    }

    public static void loop() {
        EVENTS.add("loop");
    }

    private static void access(String how, @Nullable Object object, String field, int number) {
        EVENTS.add(how + field + seenIn(object, field));
        PLACES.put(field, number);
    }

    /// The number of a field, as the last access to it had it.
    static int placeOf(String field) {
        return Objects.requireNonNull(PLACES.get(field), field);
    }

    private static String seenIn(@Nullable Object object, String label) {
        if (object == null) {
            return " of null";
        }
        String name = label.substring(label.lastIndexOf('.') + 1);
        for (@Var Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return "=" + value(field, object);
                }
            }
        }
        return "?";
    }

    private static @Nullable Object value(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static String contents(@Nullable Object array) {
        if (array == null) {
            return "null";
        }
        var text = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < Array.getLength(array); i++) {
            text.add(String.valueOf(Array.get(array, i)));
        }
        return text.toString();
    }
}
