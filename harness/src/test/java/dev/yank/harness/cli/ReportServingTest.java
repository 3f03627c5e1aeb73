package dev.yank.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.ExitStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class ReportServingTest {

    @TempDir
    private Path folder;

    @Test
    void pagesAreServedUnderTheNamesOfThisMachineOnly() throws IOException {
        Files.writeString(folder.resolve("index.html"), "<p>here</p>");
        try (LoopbackServer server = LoopbackServer.of(folder, 0)) {
            int port = URI.create(server.address()).getPort();
            assertThat(server.address()).matches("http://127\\.0\\.0\\.1:[0-9]+/");
            assertThat(answer(port, "127.0.0.1:" + port, "/index.html")).contains("200 OK", "<p>here</p>");
            assertThat(answer(port, "localhost", "/index.html")).contains("200 OK");
            assertThat(answer(port, "elsewhere.example:" + port, "/index.html"))
                    .contains("403")
                    .doesNotContain("here");
            assertThat(answer(port, "localhost", "/../../../../etc/passwd")).contains("404");
        }
    }

    /// The folder for results is hidden, as names with a dot are.
    @Test
    void aHiddenFolderIsServedToo() throws IOException {
        Path hidden = Files.createDirectory(folder.resolve(".yank"));
        Files.writeString(hidden.resolve("index.html"), "<p>here</p>");
        try (LoopbackServer server = LoopbackServer.of(hidden, 0)) {
            assertThat(answer(URI.create(server.address()).getPort(), "localhost", "/index.html"))
                    .contains("200 OK");
        }
    }

    @Test
    void nobodyElseCanReachIt() throws IOException {
        try (LoopbackServer server = LoopbackServer.of(folder, 0)) {
            int port = URI.create(server.address()).getPort();
            // Another address of this machine could not be taken if the server had taken them all.
            try (ServerSocket other = new ServerSocket()) {
                other.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), port));
                assertThat(other.getLocalPort()).isEqualTo(port);
            }
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        Files.createFile(folder.resolve("written.txt"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Said said = Said.by("report", "--out", folder.toString(), "--serve", "" + taken.getLocalPort());
            assertThat(said.status()).isEqualTo(ExitStatus.USAGE.number());
            assertThat(said.err().strip())
                    .isEqualTo(
                            "yank: Port " + taken.getLocalPort() + " of this machine cannot be had (Address already in"
                                    + " use); choose another, or 0 for any that is free.");
        }
    }

    @Test
    void aPortThatThereCannotBeIsRefused() {
        assertThat(Said.by("report", "--out", folder.toString(), "--serve", "65536")
                        .sentence(ExitStatus.USAGE))
                .isEqualTo("--serve must be a port from 0 to 65535, but is 65536.");
    }

    @Test
    @Timeout(60)
    void theSignalOfCtrlCEndsItWith130() throws IOException, InterruptedException {
        Files.createFile(folder.resolve("written.txt"));
        Process process = yank(List.of("report", "--out", folder.toString(), "--serve", "0"), System.getenv("PATH"));
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo(folder.resolve("index.html").toString());
            String address = out.readLine();
            assertThat(address).matches("http://127\\.0\\.0\\.1:[0-9]+/index\\.html");
            int port = URI.create(address).getPort();
            assertThat(answer(port, "localhost", "/index.html")).contains("200 OK");
            new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
            assertThat(process.waitFor()).isEqualTo(130);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @Timeout(60)
    void whereNoBrowserIsThereThatIsSaid() throws IOException, InterruptedException {
        Files.createFile(folder.resolve("written.txt"));
        Process process = yank(
                List.of("report", "--out", folder.toString(), "--open"),
                folder.resolve("empty").toString());
        String said = process.errorReader().lines().collect(Collectors.joining("\n"));
        assertThat(process.waitFor()).isZero();
        assertThat(said).matches("yank: There is no (xdg-open|open) here; open the page yourself\\.");
    }

    @Test
    @Timeout(60)
    void whereTheBrowserCannotBeFoundThatIsSaid() throws IOException, InterruptedException {
        Files.createFile(folder.resolve("written.txt"));
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String opener : List.of("xdg-open", "open")) {
            Path script = Files.writeString(bin.resolve(opener), "#!/bin/sh\nexit 3\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        Process process = yank(List.of("report", "--out", folder.toString(), "--open"), bin.toString());
        String said = process.errorReader().lines().collect(Collectors.joining("\n"));
        assertThat(process.waitFor()).isZero();
        assertThat(said).matches("yank: (xdg-open|open) found no browser here; open the page yourself\\.");
    }

    private static Process yank(List<String> arguments, String path) throws IOException {
        var command = new ArrayList<>(List.of(
                "/usr/bin/env",
                "--default-signal=INT", // a build in the background of a shell ignores it, and so do its children
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-exports",
                "java.base/jdk.internal.vm=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.yank.harness.cli.Yank"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PATH", path);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    private static String answer(int port, String host, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII)) {
            out.write("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            out.flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .collect(Collectors.joining("\n"));
        }
    }
}
