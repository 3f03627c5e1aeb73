package dev.yank.harness.cli;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.linux.Campaign;
import dev.yank.harness.linux.CampaignFiles;
import dev.yank.harness.linux.CampaignResult;
import dev.yank.harness.linux.CampaignText;
import dev.yank.harness.linux.Found;
import dev.yank.harness.linux.Reproducer;
import dev.yank.harness.linux.RuleVerdict;
import dev.yank.harness.linux.Subject;
import dev.yank.harness.linux.Subjects;
import dev.yank.harness.linux.guest.Image;
import dev.yank.harness.linux.guest.Preparation;
import dev.yank.harness.linux.guest.PreparationLog;
import dev.yank.harness.linux.guest.RunFolder;
import dev.yank.harness.run.ExitStatus;
import dev.yank.harness.run.HarnessFailure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// `yank stress --target linux`: a campaign against one subject of one stock kernel.
final class LinuxStress {

    private static final long SECOND = 1_000_000_000L;

    /// Deleting a guest's files and writing the report takes much less.
    private static final long ENDING_S = 15;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Path folder;

    /// @param folder for results
    LinuxStress(PrintWriter out, PrintWriter err, Path folder) {
        this.out = out;
        this.err = err;
        this.folder = folder.resolve("linux");
    }

    int run(LinuxOptions options, Duration budget, long seed) {
        Subject subject = Subjects.named(options.subject());
        Image image = image(subject, options);
        Path results = folder.resolve(image.flavour() + "-" + subject.name());
        err.printf(
                "seed %d, %s on Linux %s, budget %d s, results in %s%n",
                seed, subject.name(), image.release(), budget.toSeconds(), results);
        var files = new CampaignFiles(results);
        Reproducer reproducer = Reproducer.of(Guests.agent());
        var said = new Said(files, reproducer, CampaignResult.none(image, subject));
        var campaign = new Campaign(image, subject, seed, said);
        var isOver = new CountDownLatch(1);
        var interrupted = new Thread(() -> end(campaign, isOver));
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            files.write(said.latest, Optional.of(reproducer));
            CampaignResult result = campaign.run(budget, RunFolder.in(folder));
            files.write(result, Optional.of(reproducer));
            out.print(CampaignText.of(result));
            out.flush();
            return status(result).number();
        } catch (HarnessFailure failure) {
            files.write(said.latest.endedEarly(), Optional.of(reproducer));
            throw failure;
        } finally {
            isOver.countDown();
            removeHook(interrupted);
        }
    }

    /// The machine shuts down: the guest ends at once, and what is known is written.
    private static void end(Campaign campaign, CountDownLatch isOver) {
        campaign.halt();
        try {
            boolean _ = isOver.await(ENDING_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the machine is shutting down, and the hook at work
        }
    }

    static Image image(Subject subject, LinuxOptions options) {
        return new Preparation(
                        Guests.flavour(subject.architecture().text(), options.kernel()),
                        Guests.cache(options.cache()),
                        Guests.agent(),
                        silent())
                .ready();
    }

    /// Hears nothing.
    static PreparationLog silent() {
        return new Nobody();
    }

    private static ExitStatus status(CampaignResult result) {
        List<RuleVerdict> verdicts = RuleVerdict.of(result);
        return verdicts.stream().allMatch(RuleVerdict::isAsExpected) ? ExitStatus.AS_EXPECTED : ExitStatus.VIOLATION;
    }

    /// Says and keeps what is known, while the campaign goes on.
    private final class Said implements Campaign.Progress {

        private final CampaignFiles files;
        private final Reproducer reproducer;

        /// What was known when it was last told.
        @Var
        private CampaignResult latest;

        @Var
        private long said = System.nanoTime() - 10 * SECOND; // the first program is reported at once

        Said(CampaignFiles files, Reproducer reproducer, CampaignResult nothing) {
            this.latest = nothing;
            this.files = files;
            this.reproducer = reproducer;
        }

        @Override
        public void found(CampaignResult soFar) {
            latest = soFar;
            files.write(soFar, Optional.of(reproducer));
            for (Found found : soFar.found()) {
                if (found.reliability().isEmpty()) {
                    err.println("found: " + found.signature() + "; shrinking");
                }
            }
        }

        @Override
        public void judged(CampaignResult soFar) {
            latest = soFar;
            if (System.nanoTime() - said > 10 * SECOND) {
                said = System.nanoTime();
                files.write(soFar, Optional.of(reproducer));
                err.printf(
                        Locale.ROOT,
                        "%,d programs, %,d operations, %,d removals, %d found%n",
                        soFar.programs(),
                        soFar.operations(),
                        soFar.removals(),
                        soFar.found().size());
            }
        }
    }

    /// Nothing is prepared here, so there is nothing to say.
    private static final class Nobody implements PreparationLog {

        @Override
        public void begins(String what) {}

        @Override
        public void done(String how) {}
    }
}
