package dev.yank.harness.linux;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.linux.guest.Image;
import dev.yank.harness.run.HarnessFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A search for bugs in one subject of one kernel: programs are drawn and performed, those that reached something new
/// are kept and
/// varied, and what is found is shrunk and repeated.
public final class Campaign {

    private static final int KEPT = 200;
    private static final int REPETITIONS = 5;

    /// So many of the likeliest small parts are tried before anything else.
    private static final int GUESSES = 2;

    /// Into so many parts time is divided; between two of them leaks are hunted.
    private static final int HUNTS = 3;

    /// So many programs are repeated at most whenever leaks are hunted.
    private static final int CYCLES = 4;

    /// A bug that was seen so often by chance is known, whatever its program.
    private static final int FAMILIAR = 3;

    /// So many sightings of a bug are studied, until one of them can be repeated.
    private static final int ATTEMPTS = 3;

    /// Studying one sighting takes at most this part of the time that is left.
    private static final int SHARES = 12;

    /// The same where each look takes a guest of its own.
    private static final int SMALL_SHARES = 30;

    private static final long SMALLEST_SHARE_NS = 5_000_000_000L;

    /// So many programs are asked for before the first of them is judged.
    private static final int AHEAD = 6;

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

    @Var
    private CampaignResult.End end = CampaignResult.End.NOT_YET;

    private volatile @Nullable GuestSession running;

    private volatile boolean isHalted;

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

    /// Goes on until time is over, or [#halt].
    ///
    /// @param folder for the files of running guests
    public CampaignResult run(Duration budget, Path folder) {
        long until = System.nanoTime() + budget.toNanos();
        try (var session = new GuestSession(image, subject, folder)) {
            running = session;
            while (System.nanoTime() < until && !isHalted) {
                if (System.nanoTime() > until - hunts * budget.toNanos() / HUNTS) {
                    hunts--;
                    huntLeaks(session, until);
                }
                while (session.outstanding() < AHEAD) {
                    session.submit(next());
                }
                Sighting sighting = session.next();
                count(sighting);
                learn(sighting);
                for (Accusation accusation : sighting.accusations()) {
                    meet(session, accusation, sighting, until);
                }
                progress.judged(result(session));
            }
            end = isHalted ? CampaignResult.End.EARLY : CampaignResult.End.IN_TIME;
            return result(session);
        } catch (HarnessFailure failure) {
            if (isHalted) {
                end = CampaignResult.End.EARLY;
                return result(running);
            }
            throw failure;
        }
    }

    /// Ends the campaign and its guest at once; what is known by then is what [#run] answers. May be called by any
    /// thread.
    public void halt() {
        isHalted = true;
        GuestSession session = running;
        if (session != null) {
            session.halt();
        }
    }

    private void learn(Sighting sighting) {
        boolean isNoisy = generator.isNoisy(sighting.program());
        if (!isNoisy) {
            blame.count(sighting);
        }
        if (coverage.isNewIn(sighting.history()) && sighting.accusations().isEmpty() && !isNoisy) {
            keep(sighting.program());
        }
    }

    /// Repeats a program in a guest of its own and counts what it leaves behind.
    private void huntLeaks(GuestSession session, long until) {
        var leaks = new Leaks(program -> judged(session, program), session::counts);
        Function<NodeProgram, Sighting> repeated = program -> {
            session.startAnew();
            return leaks.perform(program);
        };
        @Var boolean isClean = true;
        for (int i = 0; i < CYCLES && isClean && System.nanoTime() < until; i++) {
            isClean = huntLeaks(session, repeated, until);
        }
        session.startAnew();
    }

    /// Repeats one program.
    ///
    /// @return whether nothing leaks, as far as it could be seen before something else broke it off
    private boolean huntLeaks(GuestSession session, Function<NodeProgram, Sighting> repeated, long until) {
        Sighting sighting = repeated.apply(generator.cycle());
        if (sighting.accusations().isEmpty()) {
            witnesses.merge(Leaks.RULE.text(), (long) Leaks.repetitions(), Long::sum);
        }
        for (Accusation accusation : sighting.accusations()) {
            if (!accusation.rule().equals(Leaks.RULE)) {
                meet(session, accusation, sighting, until);
            } else if (!found.containsKey(accusation.signature())) {
                var leak = new Found(accusation, sighting, programs);
                found.put(accusation.signature(), leak);
                progress.found(result(session));
                var shrinker = new NodeShrinker(repeated, shareOf(until, SHARES));
                Sighting smallest = shrinker.shrink(sighting, accusation.signature());
                leak.shrunkTo(smallest);
                int shown = repeated.apply(smallest.program()).shows(accusation.signature()) ? 1 : 0;
                leak.measured(new Reliability(shown, 1));
                progress.found(result(session));
            }
        }
        return sighting.accusations().stream().noneMatch(one -> one.rule().equals(Leaks.RULE));
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
        count(sighting);
        return sighting;
    }

    private void count(Sighting sighting) {
        programs++;
        operations += sighting.history().size();
        lost += sighting.isLost() ? 1 : 0;
        NodeJudge.witnesses(sighting.history())
                .forEach((rule, count) -> witnesses.merge(rule, (long) count, Long::sum));
        removals += sighting.history().stream()
                .filter(one -> one.effect() == Action.Effect.REMOVE && one.succeeded())
                .count();
    }

    private void meet(GuestSession session, Accusation accusation, Sighting sighting, long until) {
        Found known = found.get(accusation.signature());
        if (known != null) {
            known.again();
            if (!generator.isNoisy(sighting.program()) && blame.shown(known.signature()) % FAMILIAR == 0) {
                quieten(known);
            }
            if (!known.isWellKnown() && known.studies() < ATTEMPTS && System.nanoTime() < until) {
                study(session, known, sighting, until);
            }
            return;
        }
        var fresh = new Found(accusation, sighting, programs);
        found.put(accusation.signature(), fresh);
        progress.found(result(session));
        study(session, fresh, sighting, until);
    }

    /// What shows a bug is drawn rarely from now on: the actions that it is about, or those to blame for it.
    private void quieten(Found bug) {
        Set<String> about =
                ProgramGenerator.kinds(bug.accusation().about().stream().map(subject::action));
        Set<String> suspects = bug.isReliable() ? Blame.kinds(bug.smallest()) : Set.of();
        bug.blamed(about.isEmpty() ? blame.blamed(bug.signature(), suspects) : about);
        generator.quieten(bug.signature(), bug.blamed());
        kept.removeIf(generator::isNoisy);
    }

    /// Looks for a small program that shows the bug, and measures how often it does.
    private void study(GuestSession session, Found bug, Sighting sighting, long until) {
        bug.study();
        int shares = bug.accusation().about().isEmpty() ? SMALL_SHARES : SHARES;
        var shrinker = new NodeShrinker(program -> surely(session, program, bug.signature()), shareOf(until, shares));
        Sighting base = Slices.of(sighting, bug.signature()).stream()
                .limit(GUESSES)
                .map(part -> judged(session, part))
                .filter(part -> part.shows(bug.signature()))
                .findFirst()
                .orElseGet(() -> pinned(session, sighting, bug.signature()));
        tryToBear(session, base, bug);
        Sighting smallest = shrinker.shrink(base, bug.signature());
        repeat(session, smallest, until);
        if (!bug.isReliable() && !smallest.equals(base)) {
            repeat(session, base, until);
        }
        if (bug.isReliable()) {
            quieten(bug);
        }
        progress.found(result(session));
    }

    /// Says when a part of the time that is left is over; the parts are not too small to be of use.
    private BooleanSupplier shareOf(long until, int shares) {
        long now = System.nanoTime();
        long end = Math.min(until, now + Math.max(SMALLEST_SHARE_NS, (until - now) / shares));
        return () -> isHalted || System.nanoTime() > end;
    }

    /// Finds out whether a guest can show a bug twice. If so, it need not be given up each time.
    private void tryToBear(GuestSession session, Sighting sighting, Found bug) {
        if (bug.accusation().about().isEmpty()) {
            session.bear(bug.signature());
            session.startAnew();
            boolean isBearable = IntStream.range(0, 2)
                    .allMatch(_ -> judged(session, sighting.program()).shows(bug.signature()));
            if (!isBearable) {
                session.bearNoMore(bug.signature());
            }
        }
    }

    private Sighting surely(GuestSession session, NodeProgram program, String signature) {
        Sighting sighting = session.performSurely(program, signature);
        count(sighting);
        return sighting;
    }

    private Sighting pinned(GuestSession session, Sighting sighting, String signature) {
        Sighting pinned = judged(session, Pinning.pinned(sighting));
        return pinned.shows(signature) ? pinned : sighting;
    }

    /// Performs a program several times, each time from the snapshot, and notes how often it shows each of the bugs
    /// that it shows.
    private void repeat(GuestSession session, Sighting sighting, long until) {
        Map<String, Integer> shown = new TreeMap<>();
        sighting.accusations().forEach(accusation -> shown.put(accusation.signature(), 0));
        @Var int done = 0;
        while (done < REPETITIONS && !isHalted && (done == 0 || System.nanoTime() < until)) {
            Sighting repeated = session.performFromSnapshot(sighting.program());
            count(repeated);
            shown.replaceAll((signature, times) -> times + (repeated.shows(signature) ? 1 : 0));
            done++;
        }
        for (Accusation accusation : sighting.accusations()) {
            Found bug = found.computeIfAbsent(accusation.signature(), _ -> new Found(accusation, sighting, programs));
            var measured = new Reliability(shown.getOrDefault(accusation.signature(), 0), done);
            if (bug.isWorseThan(measured, sighting)) {
                bug.shrunkTo(sighting);
                bug.measured(measured);
            }
        }
    }

    /// Performs one program a number of times, each time from the snapshot, and says how often it broke a rule.
    ///
    /// @param signature what to look for, or nothing for any accusation
    public static Reliability repeat(
            Image image, Subject subject, NodeProgram program, Optional<String> signature, int times, Path folder) {
        @Var int shown = 0;
        try (var session = new GuestSession(image, subject, folder)) {
            for (int i = 0; i < times; i++) {
                Sighting sighting = signature
                        .filter(one -> one.startsWith(Leaks.RULE.text() + " "))
                        .map(_ -> new Leaks(session::perform, session::counts).perform(program))
                        .orElseGet(() -> session.performFromSnapshot(program));
                boolean shows = signature
                        .map(sighting::shows)
                        .orElse(!sighting.accusations().isEmpty());
                shown += shows ? 1 : 0;
            }
        }
        return new Reliability(shown, times);
    }

    private CampaignResult result(@Nullable GuestSession session) {
        if (session != null) {
            cpuSeconds = session.cpuSeconds();
            starts = session.starts();
        }
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
                coverage,
                end);
    }
}
