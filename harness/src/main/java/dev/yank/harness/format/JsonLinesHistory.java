package dev.yank.harness.format;

import com.google.errorprone.annotations.Var;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON Lines: one op map a line, such as `{"process": 0, "type": "invoke", "f": "read", "value": null}`.
final class JsonLinesHistory implements HistoryReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String EXPECTED =
            "expected a JSON object, such as {\"process\": 0, \"type\": \"invoke\", \"f\": \"read\", \"value\": null},"
                    + " but ";

    @Override
    public void read(String file, Reader text, OpConsumer consumer) throws IOException, MalformedHistoryException {
        Lines lines = new Lines(file, text);
        for (@Var String line = lines.next(); line != null; line = lines.next()) {
            if (line.isEmpty()) {
                continue;
            }
            Map<String, @Nullable Object> fields = PlainData.fields(parse(line, lines));
            if (fields == null) {
                throw lines.refuse(EXPECTED + "found " + line + ".");
            }
            consumer.accept(new OpMap(fields, lines.number()));
        }
    }

    private static @Nullable Object parse(String line, Lines lines) throws MalformedHistoryException {
        try {
            return JSON.readValue(line, Object.class);
        } catch (JacksonException e) {
            String reason = e.getOriginalMessage() == null ? "it cannot be read" : e.getOriginalMessage();
            throw lines.refuse(EXPECTED + reason.replaceAll("\\.$", "") + ".");
        }
    }
}
