package dev.yank.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignRequestsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script async src=\"https://elsewhere.example/x.js\"></script>",
                "<SCRIPT SRC='//elsewhere.example/x.js'>",
                "<link rel=stylesheet href=http://elsewhere.example/x.css>",
                "<img alt=\"a\" src=\"https://elsewhere.example/x.png\">",
                "<iframe src=\"https://elsewhere.example/\">",
                "<meta http-equiv=refresh content=\"0; url=https://elsewhere.example/\">",
                "<style>@import \"https://elsewhere.example/x.css\";</style>",
                "<style>a { background: url(https://elsewhere.example/x.png) }</style>",
                "<script>fetch('https://elsewhere.example/')</script>",
                "<script>navigator.sendBeacon(\"https://elsewhere.example/\")</script>",
                "<script>x.open('GET', 'https://elsewhere.example/')</script>",
                "<script>image.src=\"https://elsewhere.example/\"</script>"
            })
    void whatFetchesFromElsewhereIsFound(String page) {
        assertThat(ForeignRequests.in(page)).isNotEmpty().allMatch(address -> address.contains("//elsewhere.example/"));
    }

    @Test
    void scriptsAndStylesInsideThePageAreReadToo() {
        String script = encoded("a();fetch(\"https://elsewhere.example/\")");
        String style = encoded("@import url(https://elsewhere.example/);");
        assertThat(ForeignRequests.in("<script src=\"data:text/javascript;charset=utf-8;base64," + script + "\">"))
                .containsExactly("https://elsewhere.example/");
        assertThat(ForeignRequests.in("<link href=\"data:text/css;base64," + style + "\">"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"https://elsewhere.example/\">see</a>",
                "<p>https://elsewhere.example/</p>",
                "<script src=\"data:text/javascript;base64,YSgp\"></script>",
                "<script src=\"app.js\"></script>",
                "<script>var ns = 'http://www.w3.org/2000/svg'; fetch('data/' + name)</script>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"
            })
    void linksAndNamesAreNoRequests(String page) {
        assertThat(ForeignRequests.in(page)).isEmpty();
    }

    @Test
    void analyticsAreStrippedAndTheRestStays() {
        String page = """
            <script src="data:text/javascript;base64,YSgp"></script>
            <script async src="https://elsewhere.example/gtag/js?id=G-1"></script>
            <script>
                window.dataLayer = window.dataLayer || [];
                gtag('js', new Date());
            </script>
            <script>window.reportData = {};</script>
            """;
        assertThat(ForeignRequests.strip(page)).isEqualTo("""
            <script src="data:text/javascript;base64,YSgp"></script>
            <script>window.reportData = {};</script>
            """);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
