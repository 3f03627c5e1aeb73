package dev.yank.harness.cli;

import dev.yank.harness.bench.LoadedSubject;
import dev.yank.harness.bench.SubjectCatalog;
import dev.yank.harness.mutate.Mutation;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.EquivalentMutants;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.schedule.Strategies;
import dev.yank.harness.targets.Target.Abilities;
import dev.yank.model.rule.Judgement;
import dev.yank.model.rule.Knob;
import dev.yank.model.rule.Knobs;
import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `yank list`: what there is.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists drivers, rules, policies, strategies, subjects, targets or mutants.")
final class ListCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to list: drivers, rules, policies, strategies, subjects, targets or mutants.");
    }

    @Command(description = "The drivers of the project, what they promise and what is expected of them.")
    void drivers() {
        PrintWriter out = spec.commandLine().getOut();
        for (LoadedDriver driver : DriverCatalog.ofProject().all()) {
            DriverUnderTest about = driver.about();
            out.printf("%-44s %-6s %s%n", about.name(), about.device().label(), about.expectation());
            out.printf("    %s%n    %s%n", about.summary(), about.policy().describe());
        }
        out.flush();
    }

    @Command(description = "The rules, with their sources; rules that nothing judges yet are marked.")
    void rules() {
        PrintWriter out = spec.commandLine().getOut();
        for (Rule rule : RuleBook.rules()) {
            String mark = rule.judgement() == Judgement.JUDGED ? "" : "  [not judged yet]";
            out.printf(
                    "%-4s %s (%s)%s%n", rule.id(), rule.title(), rule.family().title(), mark);
            out.printf("     %s%n", rule.statement());
            rule.sources().forEach(source -> out.printf("     source: %s%n", source.cite()));
        }
        long judged = RuleBook.rules().stream()
                .filter(rule -> rule.judgement() == Judgement.JUDGED)
                .count();
        out.printf("%d of %d rules are judged.%n", judged, RuleBook.rules().size());
        out.flush();
    }

    @Command(description = "The policies: questions on which the sources disagree, and their answers.")
    void policies() {
        PrintWriter out = spec.commandLine().getOut();
        for (Knob knob : Knobs.all()) {
            out.printf("%-4s %s%n", knob.id(), knob.question());
            knob.answers().forEach(answer -> out.printf("     %-28s %s%n", answer.text(), answer.whoSays()));
        }
        out.flush();
    }

    @Command(description = "The strategies that decide whom to run.")
    void strategies() {
        PrintWriter out = spec.commandLine().getOut();
        Strategies.offers().forEach(offer -> out.printf("%-13s %s%n", offer.name(), offer.summary()));
        out.flush();
    }

    @Command(description = "The mutants of a driver, and why some of them break no rule.")
    void mutants(@Parameters(paramLabel = "DRIVER", description = "A name from 'yank list drivers'.") String driver) {
        PrintWriter out = spec.commandLine().getOut();
        LoadedDriver loaded = DriverCatalog.ofProject().find(driver, List.of());
        EquivalentMutants equivalent = EquivalentMutants.ofProject();
        for (Mutation mutation : loaded.mutations()) {
            String name = loaded.mutant(mutation);
            out.printf("%s%n    %s.%n", name, mutation.sentence());
            equivalent.reason(name).ifPresent(reason -> out.printf("    equivalent: %s%n", reason));
        }
        out.flush();
    }

    @Command(description = "What programs can be performed on, and what is chosen and seen there.")
    void targets() {
        PrintWriter out = spec.commandLine().getOut();
        for (Abilities target : Targets.all()) {
            String schedules = switch (target.schedule()) {
                case CHOSEN -> "Yank chooses schedules, so that an execution can be repeated";
                case OBSERVED -> "chooses its schedules itself, so that only how often a bug shows can be told";
            };
            String insight = switch (target.insight()) {
                case TRACE -> "every event in the kernel is seen";
                case LOG -> "histories and what the kernel logs are seen";
            };
            out.printf("%-13s %s; %s%n", target.name(), schedules, insight);
            out.printf("    devices: %s%n", String.join(", ", target.devices()));
        }
        out.flush();
    }

    @Command(description = "The programs that strategies are measured on, with their sources.")
    void subjects() {
        PrintWriter out = spec.commandLine().getOut();
        for (LoadedSubject subject : SubjectCatalog.ofProject().all()) {
            out.printf("%-28s %s%n", subject.name(), subject.wrong().name().toLowerCase(Locale.ROOT));
            out.printf("    %s%n    source: %s%n", subject.summary(), subject.source());
        }
        out.flush();
    }
}
