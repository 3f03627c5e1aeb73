package dev.yank.reports.browser;

import com.microsoft.playwright.Page;
import dev.yank.reports.AllPages;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@InBrowser
class ReportInBrowserTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void make() throws IOException {
        AllPages.make(folder);
    }

    @Test
    void look(OpenPage open) throws Exception {
        Page page = open.open(folder.resolve("report/index.html"));
        page.navigate(page.url() + "#suites");
        page.waitForTimeout(1000);
        System.out.println(
                page.locator(".side-by-side__left, .app__content").first().innerHTML());
    }
}
