package dev.yank.harness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Opens pages in a browser.
final class PageOpener {

    private static final int SECONDS = 3;

    private final String command;

    /// @param command what opens files on this system
    PageOpener(String command) {
        this.command = command;
    }

    static PageOpener ofSystem() {
        return new PageOpener(System.getProperty("os.name").startsWith("Mac") ? "open" : "xdg-open");
    }

    /// Opens a page; where that fails, says so in a sentence.
    void open(Path page, PrintWriter err) {
        open(page.toAbsolutePath().toString(), err);
    }

    /// The same for an address.
    void open(String address, PrintWriter err) {
        try {
            Process opening = new ProcessBuilder(command, address)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            opening.getOutputStream().close();
            // A browser may stay with it; one that is not there is said at once.
            if (opening.waitFor(SECONDS, TimeUnit.SECONDS) && opening.exitValue() != 0) {
                err.println("yank: " + command + " found no browser here; open the page yourself.");
            }
        } catch (IOException e) {
            err.println("yank: There is no " + command + " here; open the page yourself.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
