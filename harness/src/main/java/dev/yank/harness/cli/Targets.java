package dev.yank.harness.cli;

import dev.yank.harness.linux.Subjects;
import dev.yank.harness.run.Explorer;
import dev.yank.harness.run.UsageException;
import dev.yank.harness.targets.Target.Abilities;
import dev.yank.harness.targets.Target.Schedule;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/// What programs can be performed on, by name, and which options of `stress` go with it.
final class Targets {

    /// What only means something where Yank chooses the schedule, and what only where a guest does.
    private static final List<String> OF_SCHEDULES = List.of("--strategy", "--executions", "--workers", "--keep-going");

    private static final List<String> OF_DRIVERS =
            List.of("--processes", "--log-shrinking", "--log-shapes", "--class-path", "--format");
    private static final List<String> OF_GUESTS = List.of("--subject", "--kernel", "--cache");

    private Targets() {}

    /// All of them, the usual one first.
    static List<Abilities> all() {
        return List.of(Explorer.simulated(), Subjects.abilities(Subjects.all()));
    }

    /// The target with a name.
    static Abilities named(String name) {
        List<Abilities> all = all();
        return all.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no target '" + name + "'; write "
                        + all.stream().map(Abilities::name).collect(Collectors.joining(" or ")) + "."));
    }

    /// Refuses an option that was given and means nothing to the target.
    static void refuseForeign(ParseResult given, Abilities chosen) {
        boolean isObserved = chosen.schedule() == Schedule.OBSERVED;
        if (isObserved) {
            refuse(given, OF_SCHEDULES, "; the target " + chosen.name() + " chooses its schedules itself.");
            refuse(given, OF_DRIVERS, "; it goes with drivers of the simulated kernel.");
        } else {
            refuse(given, OF_GUESTS, "; it goes with --target linux.");
        }
    }

    private static void refuse(ParseResult given, List<String> names, String why) {
        names.stream().filter(given::hasMatchedOption).findFirst().ifPresent(name -> {
            throw new UsageException("Leave out " + name + why);
        });
    }
}
