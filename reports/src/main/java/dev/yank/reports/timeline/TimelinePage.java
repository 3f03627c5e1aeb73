package dev.yank.reports.timeline;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.google.errorprone.annotations.Var;
import dev.yank.harness.examine.ExaminedHistory;
import dev.yank.harness.run.Counterexample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// A timeline as one HTML file that asks for nothing else: style, script and data are inside, and the
/// page's own policy lets no other script run and no request leave.
public final class TimelinePage {

    /// What a page may take up: 2 MiB. Of a longer history the beginning is left out, and the page says
    /// how much.
    public static final int MOST_BYTES = 2 << 20;

    private static final List<String> STYLES = List.of("page.css", "stage.css", "chart.css", "media.css");
    private static final List<String> SCRIPTS = List.of(
            "dom.js",
            "page.js",
            "axis.js",
            "execution.js",
            "marks.js",
            "chart.js",
            "panel.js",
            "steplist.js",
            "orderchart.js",
            "order.js",
            "executionpage.js",
            "historypage.js",
            "main.js");
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(Include.NON_NULL))
            .build();

    private TimelinePage() {}

    /// The page of a counterexample.
    public static String of(Counterexample counterexample) {
        return capped(ExecutionDrawing.of(counterexample, Path.of(System.getProperty("yank.home", ""))));
    }

    /// The page of a history that was checked.
    ///
    /// @param command what to type next
    public static String of(ExaminedHistory history, String command) {
        @Var HistoryView shown = HistoryView.of(history, command);
        @Var String page = page(shown.title(), shown);
        while (size(page) > MOST_BYTES && shown.parts().size() > 1) {
            shown = shown.first(Math.max(1, shown.parts().size() * 3 / 4));
            page = page(shown.title(), shown);
        }
        return page;
    }

    private static String capped(ExecutionView view) {
        @Var ExecutionView shown = view;
        @Var String page = page(view.title(), shown);
        while (size(page) > MOST_BYTES) {
            int steps = shown.moments().size();
            shown = view.last((int) (steps * 0.95 * MOST_BYTES / size(page)));
            page = page(view.title(), shown);
        }
        return page;
    }

    private static int size(String page) {
        return page.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String page(String title, Object view) {
        String style = joined(STYLES);
        String script = joined(SCRIPTS);
        String template = resource("page.html");
        return filled(template, title, style, inScript(JSON.writeValueAsString(view)), script);
    }

    /// Each part of the template is replaced once, so that no text of a driver is taken for a part.
    private static String filled(String template, String title, String style, String data, String script) {
        var out = new StringBuilder();
        @Var int from = 0;
        for (@Var int at = template.indexOf("{{"); at >= 0; at = template.indexOf("{{", from)) {
            int end = template.indexOf("}}", at);
            out.append(template, from, at)
                    .append(
                            switch (template.substring(at + 2, end)) {
                                case "title" -> escaped(title);
                                case "policy" -> policy(script);
                                case "style" -> style;
                                case "data" -> data;
                                case "script" -> script;
                                default -> throw new IllegalStateException(template.substring(at, end));
                            });
            from = end + 2;
        }
        return out.append(template, from, template.length()).toString();
    }

    /// Only this very script may run.
    private static String policy(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none';"
                    + " script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What could end the element that holds the data is written in another way, which means the same in
    /// JSON.
    static String inScript(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String joined(List<String> names) {
        return names.stream().map(TimelinePage::resource).collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static String resource(String name) {
        try (InputStream in = TimelinePage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
