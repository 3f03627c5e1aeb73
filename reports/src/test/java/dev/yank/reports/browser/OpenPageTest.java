package dev.yank.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@InBrowser
class OpenPageTest {

    @TempDir
    Path folder;

    @Test
    void aPageIsShown(OpenPage open) throws IOException {
        open.open(page("<h1>Hello</h1><script>document.querySelector('h1').textContent += ' there'</script>"));
        assertThat(open.page().locator("h1").textContent()).isEqualTo("Hello there");
    }

    @Test
    void complaintsAreRemembered(OpenPage open) throws IOException {
        open.open(page("""
            <script src="http://example.org/spy.js"></script>
            <script>console.error('no good'); console.info('good'); throw new Error('thrown');</script>\
            """));
        assertThat(open.complaints())
                .anyMatch(complaint -> complaint.startsWith("request: http://example.org/spy.js"))
                .anyMatch(complaint -> complaint.startsWith("error: no good"))
                .anyMatch(complaint -> complaint.startsWith("exception: Error: thrown"))
                .noneMatch(complaint -> complaint.contains("info: good"));
        open.forgetComplaints();
    }

    private Path page(String body) throws IOException {
        return Files.writeString(
                folder.resolve("page.html"),
                "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>t</title></head><body>" + body
                        + "</body></html>");
    }
}
