package dev.yank.harness.linux;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.linux.guest.AgentRun;
import dev.yank.harness.linux.guest.Image;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;

/// A search for bugs in one subject of one kernel: programs are drawn and performed, those that reached something new
/// are kept and
/// varied, and what is found is shrunk and repeated.
public final class Campaign {

    private static final int KEPT = 200;
    private static final int REPETITIONS = 5;

    /// Into so many parts time is divided; between two of them leaks are hunted.
    private static final int HUNTS = 3;

    /// A program that is so small says which actions show its bug.
    private static final int SMALL = 10;

    /// A bug that was seen so often by chance is known, whatever its program.
    private static final int FAMILIAR = 3;

    /// So many sightings of a bug are studied, until one of them can be repeated.
    private static final int ATTEMPTS = 4;

    /// Studying one sighting takes at most this part of the time that is left.
    private static final int SHARES = 6;

    private final Image image;
    private final Subject subject;
    private final Progress progress;
    private final SplittableRandom random;
    private final ProgramGenerator generator;
    private final Coverage coverage = new Coverage();
    private final Blame blame = new Blame();
    private final Map<String, Found> found = new TreeMap<>();
    private final Map<String, Long> witnesses = new TreeMap<>();
    private final List<NodeProgram> kept = new ArrayList<>();

    /// How many times leaks are still hunted.
    @Var
    private int hunts = HUNTS - 1;

    @Var
    private long programs;

    @Var
    private long operations;

    @Var
    private long lost;

    @Var
    private long removals;

    @Var
    private double cpuSeconds;

    @Var
    private int starts;

    /// Who hears how it goes on; called by the thread that runs the campaign.
    public interface Progress {

        /// Something was found, or is known better now.
        void found(CampaignResult soFar);

        /// A program more was judged.
        void judged(CampaignResult soFar);
    }

    public Campaign(Image image, Subject subject, long seed, Progress progress) {
        this.image = image;
        this.subject = subject;
        this.progress = progress;
        this.random = new SplittableRandom(seed);
        this.generator = new ProgramGenerator(subject, random.split());
    }

    /// Goes on until time is over.
    ///
    /// @param folder for the files of running guests
    public CampaignResult run(Duration budget, Path folder) {
        long until = System.nanoTime() + budget.toNanos();
        try (var session = new GuestSession(image, subject, folder)) {
            while (System.nanoTime() < until) {
                if (System.nanoTime() > until - hunts * budget.toNanos() / HUNTS) {
                    hunts--;
                    huntLeaks(session, until);
                }
                NodeProgram program = next();
                Sighting sighting = judged(session, program);
                blame.count(sighting);
                if (coverage.isNewIn(sighting.history())
                        && sighting.accusations().isEmpty()) {
                    keep(program);
                }
                for (Accusation accusation : sighting.accusations()) {
                    meet(session, accusation, sighting, until);
                }
                progress.judged(result(session));
            }
            return result(session);
        }
    }

    /// Repeats a program in a guest of its own and counts what it leaves behind.
    private void huntLeaks(GuestSession session, long until) {
        var leaks = new Leaks(program -> judged(session, program), session::counts);
        Function<NodeProgram, Sighting> repeated = program -> {
            session.stop();
            return leaks.perform(program);
        };
        Sighting sighting = repeated.apply(generator.cycle());
        witnesses.merge("R8", (long) Leaks.repetitions(), Long::sum);
        for (Accusation accusation : sighting.accusations()) {
            if (!accusation.rule().equals(Leaks.RULE)) {
                meet(session, accusation, sighting, until);
            } else if (!found.containsKey(accusation.signature())) {
                var leak = new Found(accusation, sighting, programs);
                found.put(accusation.signature(), leak);
                progress.found(result(session));
                long share = System.nanoTime() + Math.max(5_000_000_000L, (until - System.nanoTime()) / SHARES);
                var shrinker = new NodeShrinker(repeated, () -> System.nanoTime() > Math.min(until, share));
                Sighting smallest = shrinker.shrink(sighting, accusation.signature());
                leak.shrunkTo(smallest);
                int shown = repeated.apply(smallest.program()).shows(accusation.signature()) ? 1 : 0;
                leak.measured(new Reliability(shown, 1));
                progress.found(result(session));
            }
        }
        session.stop();
    }

    private NodeProgram next() {
        return kept.isEmpty() || random.nextInt(2) == 0
                ? generator.fresh()
                : generator.like(kept.get(random.nextInt(kept.size())));
    }

    private void keep(NodeProgram program) {
        if (kept.size() == KEPT) {
            kept.remove(random.nextInt(KEPT));
        }
        kept.add(program);
    }

    private Sighting judged(GuestSession session, NodeProgram program) {
        Sighting sighting = session.perform(program);
        programs++;
        operations += sighting.history().size();
        lost += sighting.end() == AgentRun.End.DONE ? 0 : 1;
        NodeJudge.witnesses(sighting.history())
                .forEach((rule, count) -> witnesses.merge(rule, (long) count, Long::sum));
        removals += sighting.history().stream()
                .filter(one -> one.effect() == Action.Effect.REMOVE && one.succeeded())
                .count();
        return sighting;
    }

    private void meet(GuestSession session, Accusation accusation, Sighting sighting, long until) {
        Found known = found.get(accusation.signature());
        if (known != null) {
            known.again();
            blame.kind(accusation.signature())
                    .filter(_ -> known.times() == FAMILIAR)
                    .ifPresent(generator::quieten);
            if (!known.isReliable() && known.times() <= ATTEMPTS && System.nanoTime() < until) {
                study(session, known, sighting, until);
            }
            return;
        }
        var fresh = new Found(accusation, sighting, programs);
        found.put(accusation.signature(), fresh);
        progress.found(result(session));
        study(session, fresh, sighting, until);
    }

    /// Looks for a small program that shows the bug, and measures how often it does.
    private void study(GuestSession session, Found bug, Sighting sighting, long until) {
        long now = System.nanoTime();
        long share = Math.max(5_000_000_000L, (until - now) / SHARES);
        var shrinker = new NodeShrinker(
                program -> judged(session, program), () -> System.nanoTime() > Math.min(until, now + share));
        Sighting pinned = judged(session, Pinning.pinned(sighting));
        Sighting base = pinned.shows(bug.signature()) ? pinned : sighting;
        Sighting smallest = shrinker.shrink(base, bug.signature());
        Reliability ofSmallest = reliability(session, smallest.program(), bug.signature(), until);
        bug.shrunkTo(smallest);
        bug.measured(ofSmallest);
        if (ofSmallest.shown() == 0) {
            bug.shrunkTo(base);
            bug.measured(reliability(session, base.program(), bug.signature(), until));
        } else if (smallest.program().size() <= SMALL) {
            smallest.program().processes().stream()
                    .flatMap(List::stream)
                    .map(Step::action)
                    .filter(ProgramGenerator::canDoWithout)
                    .map(ProgramGenerator::kind)
                    .forEach(generator::quieten);
        }
        progress.found(result(session));
    }

    private Reliability reliability(GuestSession session, NodeProgram program, String signature, long until) {
        @Var int shown = 0;
        @Var int done = 0;
        while (done < REPETITIONS && (done == 0 || System.nanoTime() < until)) {
            session.stop();
            shown += judged(session, program).shows(signature) ? 1 : 0;
            done++;
        }
        return new Reliability(shown, done);
    }

    /// Performs one program a number of times, each time from the snapshot, and says how often it broke a rule.
    ///
    /// @param signature what to look for, or nothing for any accusation
    public static Reliability repeat(
            Image image, Subject subject, NodeProgram program, Optional<String> signature, int times, Path folder) {
        @Var int shown = 0;
        try (var session = new GuestSession(image, subject, folder)) {
            for (int i = 0; i < times; i++) {
                session.stop();
                Sighting sighting = signature
                        .filter(one -> one.startsWith(Leaks.RULE.text() + " "))
                        .map(_ -> new Leaks(session::perform, session::counts).perform(program))
                        .orElseGet(() -> session.perform(program));
                boolean shows = signature
                        .map(sighting::shows)
                        .orElse(!sighting.accusations().isEmpty());
                shown += shows ? 1 : 0;
            }
        }
        return new Reliability(shown, times);
    }

    private CampaignResult result(GuestSession session) {
        cpuSeconds = session.cpuSeconds();
        starts = session.starts();
        return new CampaignResult(
                image,
                subject,
                programs,
                operations,
                removals,
                lost,
                cpuSeconds,
                starts,
                List.copyOf(found.values()),
                witnesses,
                coverage);
    }
}
