package dev.yank.reports.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The Chromium of this machine, started once for all tests of a JVM and closed with it.
final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--force-color-profile=srgb",
            "--font-render-hinting=none");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Why pages cannot be opened here; empty where they can.
    static Optional<String> missing() {
        if (executable().isEmpty()) {
            return Optional.of("There is no chromium on the PATH; install it (Debian: apt install chromium).");
        }
        boolean canDrive = Chromium.class.getResource("/driver") != null;
        return canDrive
                ? Optional.empty()
                : Optional.of("Playwright's driver is not on the class path; build with -Pbrowser.");
    }

    static Chromium start() {
        Path executable = executable().orElseThrow();
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(ARGUMENTS));
        return new Chromium(playwright, browser);
    }

    Browser browser() {
        return browser;
    }

    private static Optional<Path> executable() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
