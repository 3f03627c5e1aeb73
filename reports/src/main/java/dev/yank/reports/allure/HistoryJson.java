package dev.yank.reports.allure;

import dev.yank.model.history.Event;
import dev.yank.model.history.History;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Histories as JSON Lines, one op map a line, as `yank check` reads them.
final class HistoryJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private HistoryJson() {}

    /// The history as text, one line for each event, each ended by a line feed.
    static String write(History history) {
        var out = new StringBuilder(history.events().size() * 80);
        for (Event event : history.events()) {
            out.append(JSON.writeValueAsString(fields(event))).append('\n');
        }
        return out.toString();
    }

    private static Map<String, @Nullable Object> fields(Event event) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("process", event.process().number());
        fields.put("type", event.type().keyword());
        fields.put("f", event.f());
        fields.put("value", event.value());
        fields.put("index", event.index());
        fields.put("time", event.time());
        return fields;
    }
}
