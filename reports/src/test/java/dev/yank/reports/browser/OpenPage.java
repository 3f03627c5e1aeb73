package dev.yank.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.qameta.allure.Allure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A page of one test. It remembers every error and warning in the console, every exception, and every
/// request that leaves the machine, which is not let through.
public final class OpenPage {

    /// As wide as most windows.
    public static final int WIDE = 1280;

    /// As wide as a telephone.
    public static final int NARROW = 400;

    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final double TIMEOUT_MILLIS = 10_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    OpenPage(Chromium chromium) {
        this.context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(WIDE, 800)
                        .setLocale("en-GB")
                        .setColorScheme(ColorScheme.LIGHT)
                        .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        this.page = context.newPage();
        page.onConsoleMessage(this::noteMessage);
        page.onPageError(error -> complaints.add("exception: " + error));
        context.route(url -> url.startsWith("http"), this::letThrough);
    }

    private void noteMessage(ConsoleMessage message) {
        if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.type() + ": " + message.text());
        }
    }

    private void letThrough(Route route) {
        Request request = route.request();
        boolean staysHere = request.url().matches("http://(127\\.0\\.0\\.1|localhost):.*");
        if (staysHere) {
            route.resume();
        } else {
            complaints.add("request: " + request.url());
            route.abort();
        }
    }

    /// The page itself.
    public Page page() {
        return page;
    }

    /// Opens a file.
    public Page open(Path file) {
        page.navigate(file.toUri().toString());
        return page;
    }

    /// Makes the window so many pixels wide.
    public void resize(int width, int height) {
        page.setViewportSize(width, height);
    }

    /// Takes a picture of the window, keeps it in `target/screenshots` and attaches it to the test's
    /// result.
    ///
    /// @param name the name of the file, without its ending
    public Path shoot(String name) {
        Path file = SHOTS.resolve(name + ".png");
        byte[] picture = page.screenshot();
        try {
            Files.createDirectories(SHOTS);
            Files.write(file, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Allure.addAttachment(name, "image/png", new ByteArrayInputStream(picture), ".png");
        return file;
    }

    /// What the page complained about so far.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Forgets complaints that a test provoked and has looked at.
    public void forgetComplaints() {
        complaints.clear();
    }

    void assertNoComplaints() {
        assertThat(complaints).as("what the page complained about").isEmpty();
    }

    void close() {
        context.close();
    }
}
