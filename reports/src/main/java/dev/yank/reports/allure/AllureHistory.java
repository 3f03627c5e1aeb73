package dev.yank.reports.allure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Allure remembers from one report to the next: how each test did before, and the trends.
///
/// A report that is made of the same results once more is the same report, and not another one: the history
/// as it was before them is kept too.
final class AllureHistory {

    private static final Pattern KEPT = Pattern.compile(".+\\.json");
    private static final Pattern IN_PAGE =
            Pattern.compile("d\\('history/([a-z-]+\\.json)','([A-Za-z0-9+/=]*)'\\),?\\s*");
    private static final String TREND = "history-trend.json";
    private static final String FINGERPRINT = "fingerprint.txt";

    private final Path before;
    private final Path after;
    private final Path fingerprint;

    AllureHistory(Path folder) {
        this.before = folder.resolve("before");
        this.after = folder.resolve("after");
        this.fingerprint = folder.resolve(FINGERPRINT);
    }

    /// The files to hand to the generator with the results.
    ///
    /// @param results tells them from others
    /// @return the files by their names; none where there is no history
    /// @throws IOException where there is one that is damaged or cannot be read
    Map<String, String> before(String results) throws IOException {
        return read(isRepeated(results) ? before : after);
    }

    private boolean isRepeated(String results) throws IOException {
        return Files.isRegularFile(fingerprint)
                && Files.readString(fingerprint).strip().equals(results);
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        if (Files.isDirectory(folder)) {
            try (var list = Files.list(folder)) {
                for (Path file : list.sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (KEPT.matcher(name).matches()) {
                        String text = Files.readString(file);
                        if (parsed(text).isEmpty()) {
                            throw new IOException(name + " is damaged");
                        }
                        files.put(name, text);
                    }
                }
            }
        }
        return files;
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            JsonNode node = JsonMapper.shared().readTree(text);
            return node != null && node.isContainer() ? Optional.of(node) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /// The number of the report that has this history behind it, from 1.
    static int build(Map<String, String> history) {
        return parsed(history.getOrDefault(TREND, "[]"))
                .map(trend -> trend.path(0).path("buildOrder").asInt(trend.size()) + 1)
                .orElse(1);
    }

    /// Keeps what a new page says about history.
    ///
    /// @param results tells the results of the page from others
    /// @param given what [#before] said
    void keep(String page, String results, Map<String, String> given) throws IOException {
        Map<String, String> now = new LinkedHashMap<>();
        IN_PAGE.matcher(page)
                .results()
                .forEach((MatchResult match) -> now.put(match.group(1), decoded(match.group(2))));
        write(before, given);
        write(after, now);
        Files.writeString(fingerprint, results + "\n");
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        OwnedFiles owned = new OwnedFiles(folder, KEPT);
        owned.begin();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /// The page without the history of all tests, which it does not show: each test carries its own.
    static String without(String page) {
        return IN_PAGE.matcher(page).replaceAll(match -> Matcher.quoteReplacement(""));
    }
}
