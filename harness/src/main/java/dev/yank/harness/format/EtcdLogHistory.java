package dev.yank.harness.format;

import com.google.errorprone.annotations.Var;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import us.bpsm.edn.EdnException;
import us.bpsm.edn.parser.Parser;

/// The console log of Jepsen against etcd, one event a line: `INFO  jepsen.util - 0 :invoke :read nil`, with tabs
/// between process, type, function and value.
final class EtcdLogHistory implements HistoryReader {

    private static final Pattern EVENT =
            Pattern.compile("INFO +jepsen\\.util - ([0-9]{1,9}|:[a-z]+)\\s+:([a-z]+)\\s+:([a-z-]+)(?:\\s+(\\S.*))?");

    private static final String EXPECTED = "expected an event, such as 'INFO  jepsen.util - 0 :invoke :read nil', but ";

    @Override
    public void read(String file, Reader text, OpConsumer consumer) throws IOException, MalformedHistoryException {
        Lines lines = new Lines(file, text);
        for (@Var String line = lines.next(); line != null; line = lines.next()) {
            if (line.isEmpty()) {
                continue;
            }
            Matcher event = EVENT.matcher(line);
            if (!event.matches()) {
                throw lines.refuse(EXPECTED + "found '" + line + "'.");
            }
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            String process = event.group(1);
            fields.put("process", process.startsWith(":") ? process : (Object) Long.valueOf(process));
            fields.put("type", ":" + event.group(2));
            fields.put("f", ":" + event.group(3));
            fields.put("value", event.group(4) == null ? null : value(event.group(4), lines));
            consumer.accept(new OpMap(fields, lines.number()));
        }
    }

    private static @Nullable Object value(String text, Lines lines) throws IOException, MalformedHistoryException {
        try (GuardedReader in = new GuardedReader(new StringReader(text))) {
            Object value = PlainData.parser().nextValue(in);
            if (Parser.END_OF_INPUT.equals(value)) {
                throw lines.refuse(EXPECTED + "the value is '" + text + "'.");
            }
            return PlainData.of(value);
        } catch (GuardedReader.RefusedException
                | EdnException
                | NumberFormatException
                | UnsupportedOperationException e) {
            throw lines.refuse(EXPECTED + "the value is '" + text + "'.");
        }
    }
}
