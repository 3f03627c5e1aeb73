package dev.yank.model.history;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Histories as EDN, one op map a line, the way Jepsen stores them.
///
/// Source: edn-format, Rich Hickey and others, 2012; Jepsen's history files, Kyle Kingsbury.
public final class HistoryEdn {

    private HistoryEdn() {}

    /// The history as text, one line for each event, each ended by a line feed.
    ///
    /// @throws IllegalArgumentException if a value is not plain data
    public static String write(History history) {
        StringBuilder out = new StringBuilder(history.events().size() * 80);
        for (Event event : history.events()) {
            append(out, event);
            out.append('\n');
        }
        return out.toString();
    }

    private static void append(StringBuilder out, Event event) {
        out.append("{:process ").append(event.process().number());
        out.append(", :type :").append(event.type().keyword());
        out.append(", :f :").append(event.f());
        out.append(", :value ");
        appendValue(out, event.value(), event);
        out.append(", :index ").append(event.index());
        out.append(", :time ").append(event.time()).append('}');
    }

    private static void appendValue(StringBuilder out, @Nullable Object value, Event event) {
        switch (value) {
            case null -> out.append("nil");
            case Boolean truth -> out.append(truth.booleanValue());
            case Integer number -> out.append(number.intValue());
            case Long number -> out.append(number.longValue());
            case String text -> appendString(out, text);
            case List<?> list -> appendList(out, list, event);
            case Map<?, ?> map -> appendMap(out, map, event);
            case Object other ->
                throw new IllegalArgumentException("Event " + event.index() + " holds a "
                        + other.getClass().getSimpleName()
                        + "; a value is nil, a boolean, an int, a long, a string, or a list or map of these.");
        }
    }

    private static void appendList(StringBuilder out, List<?> list, Event event) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(' ');
            }
            appendValue(out, list.get(i), event);
        }
        out.append(']');
    }

    /// Entries are written in the map's own order, so hand in a map that has one.
    private static void appendMap(StringBuilder out, Map<?, ?> map, Event event) {
        out.append('{');
        int start = out.length();
        map.forEach((key, value) -> {
            if (out.length() > start) {
                out.append(", ");
            }
            appendValue(out, key, event);
            out.append(' ');
            appendValue(out, value, event);
        });
        out.append('}');
    }

    private static void appendString(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> appendCharacter(out, c);
            }
        }
        out.append('"');
    }

    private static void appendCharacter(StringBuilder out, char c) {
        if (c < ' ' || c == 0x7F || Character.isSurrogate(c)) {
            out.append("\\u").append(String.format("%04x", (int) c));
        } else {
            out.append(c);
        }
    }
}
