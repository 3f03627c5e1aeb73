package dev.yank.harness.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One op map of a recorded history, as it stands in the file.
///
/// @param fields the values by the names of their keys, without colons; plain data: null, booleans, numbers,
///     strings, keywords as strings with their colon, and lists, sets and maps of these
/// @param line where it begins, from 1
record OpMap(Map<String, @Nullable Object> fields, int line) {

    @Nullable
    Object field(String name) {
        return fields.get(name);
    }
}
