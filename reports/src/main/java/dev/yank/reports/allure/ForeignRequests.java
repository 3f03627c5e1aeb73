package dev.yank.reports.allure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Requests that a page would make to other machines. Links that wait for a click are none.
final class ForeignRequests {

    private static final String ELSEWHERE = "(?:https?:|wss?:)?//[^\\s\"'`<>)\\\\]+";

    private static final Pattern FOREIGN_SCRIPT =
            Pattern.compile("(?is)[ \\t]*<script\\b[^>]*\\bsrc\\s*=\\s*[\"']?" + ELSEWHERE + "[^>]*>\\s*</script>\\n?");

    private static final Pattern ANALYTICS =
            Pattern.compile("(?s)[ \\t]*<script>\\s*window\\.dataLayer\\b(?:(?!</script>).)*</script>\\n?");

    private static final Pattern DATA =
            Pattern.compile("data:(?:text|application)/(?:css|javascript)(?:;[a-z0-9=-]+)*;base64,([A-Za-z0-9+/=]+)");

    /// Elements that fetch something as soon as the page is there.
    private static final Pattern ELEMENT = Pattern.compile(
            "(?is)<(?:script|link|img|iframe|frame|embed|object|source|video|audio|track|form|meta|base)\\b"
                    + "[^>]*?\\b(?:src|srcset|href|data|poster|action|content)\\s*=\\s*[\"']?(?:[0-9]+;\\s*url=)?("
                    + ELSEWHERE + ")");

    private static final Pattern STYLE = Pattern.compile("(?i)(?:@import\\s*|url\\(\\s*)[\"']?(" + ELSEWHERE + ")");

    private static final Pattern CODE = Pattern.compile(
            "(?:\\bfetch\\(|\\bimport\\(|\\bimportScripts\\(|\\bsendBeacon\\(|\\bnew WebSocket\\(|\\bnew"
                + " EventSource\\("
                + "|\\.open\\(\\s*[\"'](?:GET|POST|PUT)[\"']\\s*,|\\.ajax\\(|\\.getScript\\(|\\.getJSON\\(|\\.src\\s*=)"
                + "\\s*[\"'`](" + ELSEWHERE + ")");

    private ForeignRequests() {}

    /// The page without the analytics that the generator puts into it.
    static String strip(String page) {
        return ANALYTICS.matcher(FOREIGN_SCRIPT.matcher(page).replaceAll("")).replaceAll("");
    }

    /// The addresses that the page would fetch from; also those in the scripts and styles that it carries
    /// inside.
    static List<String> in(String page) {
        List<String> found = new ArrayList<>(in(page, ELEMENT));
        found.addAll(inScriptOrStyle(page));
        DATA.matcher(page)
                .results()
                .map(match -> new String(Base64.getMimeDecoder().decode(match.group(1)), StandardCharsets.UTF_8))
                .forEach(script -> found.addAll(inScriptOrStyle(script)));
        return found;
    }

    private static List<String> inScriptOrStyle(String text) {
        List<String> found = new ArrayList<>(in(text, STYLE));
        found.addAll(in(text, CODE));
        return found;
    }

    private static List<String> in(String text, Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
