package dev.yank.reports;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.program.Shape;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DeviceUnderTest;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.Origin;
import dev.yank.harness.run.PerformedOperation;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.schedule.Schedule.Preemption;
import dev.yank.harness.shrink.Minimality;
import dev.yank.harness.sim.Backdrop;
import dev.yank.harness.sim.Backdrop.Place;
import dev.yank.harness.sim.Backdrop.Registers;
import dev.yank.harness.sim.hardware.RegisterValue;
import dev.yank.model.history.Event;
import dev.yank.model.history.EventType;
import dev.yank.model.history.History;
import dev.yank.model.history.Operation;
import dev.yank.model.history.ProcessId;
import dev.yank.model.rule.Finding;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.RuleId;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.Response;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import dev.yank.model.trace.Oracle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Counterexamples of the project's known-bad drivers, as they were found once. What is shown of them is
/// compared with golden files, which therefore stay as they are when drivers, strategies or scheduling
/// points change. Tests take what they expect from the recording, so that it may be made anew at any time.
///
/// A place in a driver is kept with the words of its line, and is found again by them where the driver's lines
/// have moved since.
///
/// `-Dyank.record=missing` finds those that are not there yet, `-Dyank.record=NAME` one again,
/// `-Dyank.record=all` all.
public final class RecordedFailure {

    private static final Path FOLDER = Path.of("src", "test", "resources", "failures");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What a file holds.
    record Recorded(
            String name,
            String className,
            String device,
            String policy,
            @Nullable String breaks,
            String summary,
            String rule,
            String sentence,
            int step,
            int programSize,
            int faultAt,
            int switches,
            long execution,
            String strategy,
            int operationsBefore,
            int processesBefore,
            int switchesBefore,
            @Nullable Minimality minimality,
            @Nullable Shape shape,
            String token,
            List<String> tasks,
            SortedMap<Integer, String> objects,
            List<Place> places,
            @Nullable List<String> lines,
            List<Asked> operations,
            List<Happened> events,
            List<Held> snapshots) {}

    record Asked(
            int task,
            int process,
            String f,
            List<Object> value,
            @Nullable Integer answer,
            int after,
            int before,
            int invoked,
            int completed) {}

    /// @param place the number of the line of the driver, or -1
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Happened(EventKind kind, int task, int object, int detail, String note, int place) {}

    record Held(int after, List<RegisterValue> values) {}

    private RecordedFailure() {}

    /// The names of the drivers, in alphabetical order.
    public static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All of them.
    public static List<Counterexample> all() {
        return names().stream().map(RecordedFailure::of).toList();
    }

    /// The counterexample of a driver.
    public static Counterexample of(String driver) {
        Recorded recorded = JSON.readValue(FOLDER.resolve(driver + ".json"), Recorded.class);
        List<KernelEvent> trace = new ArrayList<>();
        for (Happened one : recorded.events) {
            trace.add(new KernelEvent(trace.size() + 1, one.kind, one.task, one.object, one.detail, one.note));
        }
        var lines = new DriverLines();
        var backdrop = new Backdrop(
                recorded.events.stream()
                        .map(one -> Optional.of(one.place)
                                .filter(place -> place >= 0)
                                .flatMap(place -> now(lines, recorded, place)))
                        .toList(),
                recorded.snapshots.stream()
                        .map(held -> new Registers(held.after, held.values))
                        .toList());
        RuleId rule = RuleId.parse(recorded.rule);
        return new Counterexample(
                driver(recorded),
                new Finding(rule, recorded.sentence, recorded.step),
                program(recorded),
                new Schedule(IntStream.range(0, recorded.switches)
                        .mapToObj(decision -> new Preemption(decision, 0))
                        .toList()),
                recorded.operations.stream().map(RecordedFailure::performed).toList(),
                history(recorded.operations),
                trace,
                backdrop,
                recorded.tasks,
                new TreeMap<>(recorded.objects),
                new Origin(
                        recorded.execution,
                        recorded.strategy,
                        recorded.operationsBefore,
                        recorded.processesBefore,
                        recorded.switchesBefore,
                        Objects.requireNonNullElse(recorded.minimality, Minimality.UNKNOWN),
                        Optional.ofNullable(recorded.shape)),
                recorded.token,
                "");
    }

    /// A recording without the words of the lines, as they were made at first, is taken as it is.
    private static Optional<Place> now(DriverLines lines, Recorded recorded, int place) {
        Place then = recorded.places.get(place);
        return recorded.lines == null ? Optional.of(then) : lines.now(then, recorded.lines.get(place));
    }

    /// What saw that its rule was broken.
    public static Oracle oracle(Counterexample found) {
        Finding finding = found.finding();
        if (finding.sentence().startsWith("No order of the operations explains ")) {
            return Oracle.LINEARIZABILITY;
        }
        return switch (finding.rule().text()) {
            case "K2" -> Oracle.RACE;
            case "K3" -> Oracle.LOCK_ORDER;
            default -> Oracle.of(found.trace().get(finding.step() - 1).kind());
        };
    }

    /// For each oracle the one with the shortest trace.
    public static SortedMap<Oracle, Counterexample> ofEachOracle() {
        SortedMap<Oracle, Counterexample> shortest = new TreeMap<>();
        for (Counterexample found : all()) {
            shortest.merge(
                    oracle(found),
                    found,
                    (one, other) -> other.trace().size() < one.trace().size() ? other : one);
        }
        return shortest;
    }

    private static DriverUnderTest driver(Recorded recorded) {
        return new DriverUnderTest(
                recorded.name,
                recorded.className,
                DeviceUnderTest.parse(recorded.device),
                Policy.parse(recorded.policy),
                Optional.ofNullable(recorded.breaks).map(RuleId::parse),
                recorded.summary);
    }

    /// Of a program only the size is shown.
    private static Program program(Recorded recorded) {
        DeviceOperation any = performed(recorded.operations.getFirst()).operation();
        List<DeviceOperation> operations = Collections.nCopies(recorded.programSize, any);
        return new Program(operations, List.of(), recorded.faultAt);
    }

    private static PerformedOperation performed(Asked asked) {
        return new PerformedOperation(
                asked.task,
                DeviceOperation.of(asked.f, asked.value),
                Optional.ofNullable(asked.answer).map(Response::of),
                asked.after,
                asked.before);
    }

    private static History history(List<Asked> operations) {
        SortedMap<Integer, Event> events = new TreeMap<>();
        for (Asked asked : operations) {
            var process = new ProcessId(asked.process);
            EventType end = asked.answer == null ? EventType.INFO : EventType.OK;
            Object value = asked.answer == null ? asked.value : asked.answer;
            events.put(
                    asked.invoked,
                    new Event(process, EventType.INVOKE, asked.f, asked.value, asked.invoked, asked.invoked));
            events.put(asked.completed, new Event(process, end, asked.f, value, asked.completed, asked.completed));
        }
        return new History(List.copyOf(events.values()));
    }

    /// Keeps a counterexample.
    static void write(Counterexample found) throws IOException {
        Files.createDirectories(FOLDER);
        String json = JSON.writeValueAsString(recorded(found));
        // One thing a line, so that two versions can be compared.
        String lines = json.replace("},{", "},\n{")
                .replace(":[{", ":[\n{")
                .replace("}],", "}],\n")
                .replace("],[", "],\n[");
        Files.writeString(FOLDER.resolve(found.driver().name() + ".json"), lines + "\n");
    }

    private static Recorded recorded(Counterexample found) {
        DriverUnderTest driver = found.driver();
        List<Place> places = found.backdrop().places().stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return new Recorded(
                driver.name(),
                driver.className(),
                driver.device().label(),
                driver.policy().describe(),
                driver.breaks().map(RuleId::text).orElse(null),
                driver.summary(),
                found.finding().rule().text(),
                found.finding().sentence(),
                found.finding().step(),
                found.program().size(),
                found.program().faultAt(),
                found.schedule().preemptions().size(),
                found.origin().execution(),
                found.origin().strategy(),
                found.origin().operations(),
                found.origin().processes(),
                found.origin().switches(),
                found.origin().minimality(),
                found.origin().shape().orElse(null),
                found.token(),
                found.tasks(),
                found.objects(),
                places,
                places.stream().map(new DriverLines()::text).toList(),
                operations(found),
                events(found, places),
                found.backdrop().registers().stream()
                        .map(held -> new Held(held.afterEvent(), held.values()))
                        .toList());
    }

    private static List<Asked> operations(Counterexample found) {
        List<Asked> operations = new ArrayList<>();
        @Var int place = 0;
        for (Operation seen : found.history().operations()) {
            PerformedOperation performed = found.operations().get(place++);
            Event completion = seen.completion();
            operations.add(new Asked(
                    performed.task(),
                    seen.invocation().process().number(),
                    performed.operation().f(),
                    performed.operation().value(),
                    performed.response().map(Response::coded).orElse(null),
                    performed.afterEvent(),
                    performed.beforeEvent(),
                    seen.invocation().index(),
                    completion == null ? -1 : completion.index()));
        }
        return operations;
    }

    private static List<Happened> events(Counterexample found, List<Place> places) {
        List<Happened> events = new ArrayList<>();
        for (KernelEvent event : found.trace()) {
            int place = found.backdrop()
                    .places()
                    .get(event.step() - 1)
                    .map(places::indexOf)
                    .orElse(-1);
            events.add(new Happened(event.kind(), event.task(), event.object(), event.detail(), event.note(), place));
        }
        return events;
    }
}
