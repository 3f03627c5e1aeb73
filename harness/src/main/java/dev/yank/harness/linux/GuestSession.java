package dev.yank.harness.linux;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.linux.guest.AgentOperation.Position;
import dev.yank.harness.linux.guest.AgentRun;
import dev.yank.harness.linux.guest.Image;
import dev.yank.harness.linux.guest.VirtualMachine;
import dev.yank.harness.run.HarnessFailure;
import dev.yank.harness.targets.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Performs programs in a guest, and starts it anew from the snapshot whenever it is of no use any more.
final class GuestSession implements Target<NodeProgram, Sighting> {

    private final Image image;
    private final Subject subject;
    private final Path folder;

    @Var
    private @Nullable VirtualMachine machine;

    @Var
    private int seenOfConsole;

    @Var
    private double cpuOfEarlier;

    @Var
    private int starts;

    GuestSession(Image image, Subject subject, Path folder) {
        this.image = image;
        this.subject = subject;
        this.folder = folder;
    }

    @Override
    public Abilities abilities() {
        return new Abilities("linux", Schedule.OBSERVED, Insight.LOG, List.of(subject.name()));
    }

    @Override
    public Sighting perform(NodeProgram program) {
        VirtualMachine running = running();
        AgentRun run = running.perform(subject.strings(), program.operations(subject), subject.patience());
        String console = running.console();
        String news = console.substring(Math.min(seenOfConsole, console.length()));
        seenOfConsole = console.length();
        List<Performed> history = Performed.of(program, subject, run);
        List<Accusation> ofLog = KernelLog.judge(news);
        List<Accusation> accusations =
                together(ofLog, NodeJudge.judge(history, run.text().lines().toList()));
        if (run.end() != AgentRun.End.DONE || !ofLog.isEmpty()) {
            stop();
        }
        return new Sighting(program, history, accusations, run.end(), news);
    }

    /// What hangs after an oops hangs because of it, and a task is reported as hung because removal hangs.
    static List<Accusation> together(List<Accusation> ofLog, List<Accusation> ofHistory) {
        if (!ofLog.stream().allMatch(KernelLog::isWarning)) {
            boolean isConsequence =
                    ofLog.stream().allMatch(one -> one.rule().text().equals("R29")) && !ofHistory.isEmpty();
            return isConsequence ? ofHistory : List.of(ofLog.getLast());
        }
        List<Accusation> all = new ArrayList<>(ofLog);
        all.addAll(ofHistory);
        return all;
    }

    /// The next program starts from the snapshot.
    void stop() {
        VirtualMachine old = machine;
        if (old != null) {
            cpuOfEarlier += old.cpuSeconds();
            old.close();
            machine = null;
        }
    }

    private VirtualMachine running() {
        VirtualMachine current = machine;
        if (current != null && current.isAlive()) {
            return current;
        }
        stop();
        VirtualMachine started = VirtualMachine.resume(image, folder.resolve("guest-" + starts));
        machine = started;
        if (!subject.preparation().isEmpty()) {
            started.perform(
                    subject.strings(),
                    List.of(subject.preparation().stream()
                            .map(action -> new Step(action, 0, 0, Position.NONE, 0).operation())
                            .toList()),
                    subject.patience());
        }
        starts++;
        seenOfConsole = started.console().length();
        return started;
    }

    /// The processor time of all guests so far, in seconds.
    double cpuSeconds() {
        VirtualMachine current = machine;
        return cpuOfEarlier + (current == null ? 0 : current.cpuSeconds());
    }

    /// How often a guest was started.
    int starts() {
        return starts;
    }

    @Override
    public void close() {
        stop();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new HarnessFailure("The folder " + folder + " cannot be deleted (" + e.getMessage() + ").");
        }
    }
}
