package dev.yank.harness.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import us.bpsm.edn.Keyword;
import us.bpsm.edn.Symbol;
import us.bpsm.edn.TaggedValue;
import us.bpsm.edn.parser.Parser;
import us.bpsm.edn.parser.Parsers;

/// Turns what parsers give into plain data that is equal wherever it means the same.
final class PlainData {

    /// Leaves dates and identifiers as the strings that they are written as; no tag means anything here.
    private static final Parser.Config UNTAGGED = Parsers.newParserConfigBuilder()
            .putTagHandler(Parser.Config.EDN_INSTANT, (_, value) -> value)
            .putTagHandler(Parser.Config.EDN_UUID, (_, value) -> value)
            .acceptUnicodeEscapesInStringLiterals(true)
            .build();

    private PlainData() {}

    /// A parser of EDN that evaluates nothing.
    static Parser parser() {
        return Parsers.newParser(UNTAGGED);
    }

    /// Null, a boolean, a number, a string, a keyword or symbol as a string, or a list, set or map of these. A
    /// tagged literal is what it tags.
    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case Integer number -> number.longValue();
            case Keyword keyword -> keyword.toString();
            case Symbol symbol -> symbol.toString();
            case TaggedValue tagged -> of(tagged.getValue());
            case Character character -> character.toString();
            case Set<?> set -> setOf(set);
            case Collection<?> list -> listOf(list);
            case Map<?, ?> map -> mapOf(map);
            case Object other -> other;
        };
    }

    private static List<@Nullable Object> listOf(Collection<?> list) {
        List<@Nullable Object> plain = new ArrayList<>(list.size());
        for (Object value : list) {
            plain.add(of(value));
        }
        return plain;
    }

    private static Set<@Nullable Object> setOf(Set<?> set) {
        Set<@Nullable Object> plain = new LinkedHashSet<>();
        for (Object value : set) {
            plain.add(of(value));
        }
        return plain;
    }

    private static Map<@Nullable Object, @Nullable Object> mapOf(Map<?, ?> map) {
        Map<@Nullable Object, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((key, value) -> plain.put(of(key), of(value)));
        return plain;
    }

    /// The fields of an op map, named without the colon; null if the value is no map.
    static @Nullable Map<String, @Nullable Object> fields(@Nullable Object value) {
        if (!(of(value) instanceof Map<?, ?> map)) {
            return null;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        map.forEach((key, field) -> fields.put(word(key), field));
        return fields;
    }

    /// A keyword or string without its colon.
    static String word(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.startsWith(":") ? text.substring(1) : text;
    }
}
