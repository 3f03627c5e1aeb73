package dev.yank.harness.cli;

import dev.yank.harness.bench.LoadedSubject;
import dev.yank.harness.bench.Published;
import dev.yank.harness.bench.SubjectBench;
import dev.yank.harness.bench.SubjectCatalog;
import dev.yank.harness.bench.SubjectResult;
import dev.yank.harness.kernel.TestSubject.Wrong;
import dev.yank.harness.run.ExitStatus;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `yank bench subjects`: how many schedules strategies need for known bugs.
@Command(
        name = "subjects",
        mixinStandardHelpOptions = true,
        description = "Counts the schedules to the first bug of small programs with a known bug, over trials with the"
                + " seeds 1, 2, 3 and so on, beside published figures; programs without a bug must not be accused.",
        footerHeading = "%nExit statuses:%n",
        footer = {
            "  0   no program without a bug was accused",
            "  1   a program without a bug was accused",
            "  64  wrong usage"
        })
final class BenchSubjectsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Names from 'yank list subjects' (default: all).")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "Can be given several times (default: several, see 'yank list strategies').")
    private List<String> strategies = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "20",
            description = "Trials for each subject and strategy (default: ${DEFAULT-VALUE}).")
    private int seeds = 20;

    @Option(
            names = "--schedules",
            paramLabel = "N",
            defaultValue = "10000",
            description = "After so many schedules a trial is given up (default: ${DEFAULT-VALUE}).")
    private int schedules = 10_000;

    @Option(names = "--workers", paramLabel = "N", description = "Threads that do trials (default: one a core).")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        check();
        SubjectCatalog catalog = SubjectCatalog.ofProject();
        List<LoadedSubject> subjects = names.isEmpty()
                ? catalog.all()
                : names.stream().distinct().map(catalog::find).toList();
        var bench = new SubjectBench(
                strategies.isEmpty() ? SubjectBench.STRATEGIES : strategies, seeds, schedules, workers);
        int steps = subjects.size() * bench.strategies().size();
        List<SubjectResult> results;
        try (var progress = BenchProgress.on(spec.commandLine().getErr(), steps)) {
            results = bench.run(subjects, result -> progress.finished(result.subject(), result.strategy()));
        }
        PrintWriter out = spec.commandLine().getOut();
        var report = new SubjectReport(results, Published.read());
        switch (format.chosen()) {
            case TEXT -> out.print(report.text());
            case JSON -> out.println(report.json());
        }
        out.flush();
        boolean accused = results.stream()
                .anyMatch(result ->
                        result.wrong() == Wrong.NOTHING && result.first().found() > 0);
        return (accused ? ExitStatus.VIOLATION : ExitStatus.AS_EXPECTED).number();
    }

    private void check() {
        strategies.forEach(Requirements::strategy);
        Requirements.positive("--seeds", seeds);
        Requirements.positive("--schedules", schedules);
        Requirements.positive("--workers", workers);
    }
}
