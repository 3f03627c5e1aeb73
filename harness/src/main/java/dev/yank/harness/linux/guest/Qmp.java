package dev.yank.harness.linux.guest;

import dev.yank.harness.run.HarnessFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The control connection to QEMU.
///
/// Source: "QEMU Machine Protocol Specification", QEMU documentation, 2022.
final class Qmp {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long PATIENCE_S = 60;

    private final Writer requests;
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();

    /// Takes over both directions; reading is a thread of its own, which ends with QEMU.
    Qmp(BufferedReader lines, Writer requests) {
        this.requests = requests;
        Thread.ofPlatform().daemon().name("qmp").start(() -> read(lines));
    }

    private void read(BufferedReader lines) {
        try (lines) {
            for (String line : (Iterable<String>) lines.lines()::iterator) {
                sort(JSON.readTree(line));
            }
        } catch (IOException | UncheckedIOException | JacksonException e) {
            // QEMU is gone, or says what is no protocol: whoever waits for an answer hears of it
        }
        answers.add(JSON.createObjectNode().put("gone", true));
    }

    private void sort(JsonNode said) {
        if (said.has("event")) {
            events.add(said);
        } else if (!said.has("QMP")) {
            answers.add(said);
        }
    }

    /// What QEMU answers to a command.
    ///
    /// @throws HarnessFailure if it refuses, or says nothing
    JsonNode ask(String command, Map<String, Object> arguments) {
        JsonNode answer = answer(command, arguments);
        if (!answer.has("return")) {
            throw new HarnessFailure("QEMU does not do '" + command + "': " + reason(answer) + ".");
        }
        return answer.get("return");
    }

    /// Whether QEMU does what a command says, or refuses.
    ///
    /// @throws HarnessFailure if it says nothing
    boolean does(String command, Map<String, Object> arguments) {
        return answer(command, arguments).has("return");
    }

    private JsonNode answer(String command, Map<String, Object> arguments) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("execute", command);
        request.put("arguments", arguments);
        try {
            requests.write(JSON.writeValueAsString(request) + "\n");
            requests.flush();
            JsonNode answer = answers.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (answer == null) {
                throw new HarnessFailure("QEMU does not do '" + command + "': it does not answer.");
            }
            return answer;
        } catch (IOException e) {
            throw new HarnessFailure("QEMU is gone (" + e.getMessage() + ").");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessFailure("Asking QEMU for '" + command + "' was interrupted.");
        }
    }

    JsonNode ask(String command) {
        return ask(command, Map.of());
    }

    private static String reason(JsonNode answer) {
        return answer.has("gone")
                ? "it is gone"
                : answer.path("error").path("desc").asString("it refuses");
    }

    /// The next event that has come and that nobody has taken, if any has.
    Optional<JsonNode> event() {
        return Optional.ofNullable(events.poll());
    }

    /// Waits for an event of a name; others that come before it are forgotten.
    Optional<JsonNode> event(String name, long milliseconds) {
        long until = System.nanoTime() + milliseconds * 1_000_000;
        try {
            while (System.nanoTime() < until) {
                JsonNode event = events.poll(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (event != null && event.path("event").asString("").equals(name)) {
                    return Optional.of(event);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
