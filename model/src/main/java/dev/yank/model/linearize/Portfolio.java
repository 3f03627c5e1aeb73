package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.Contender.Standing;
import dev.yank.model.linearize.JustInTime.Width;
import dev.yank.model.linearize.LinearizabilityResult.Inconclusive;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/// Picks the search that suits one part of the world, and lets several race where the first does not get ahead.
///
/// The race is run in turns that are counted in configurations, on one thread: the same arguments always give the same
/// result, nothing is left running, and all contenders together keep to the limits.
final class Portfolio<S, O, R> {

    /// How far the search of few operations may go, which costs less to begin than anything else.
    private static final long FEW_TURN = 2048;

    /// How far a search may go before the next one joins, at least; and how far for each event of the history.
    private static final long HEAD_START = 200_000;

    private static final long HEAD_START_EACH = 64;

    private static final long FIRST_TURN = 4096;
    private static final int CHECKED_EVERY = 1024;

    /// A search that may join.
    ///
    /// @param headStart how far it goes before the next one joins
    private record Entrant<O, R>(Supplier<Contender<O, R>> contender, long headStart) {}

    private final SequentialSpec<S, O, R> spec;
    private final List<Entry<O, R>> entries;
    private final Limits limits;
    private final Transitions<S, O, R> transitions;
    private final Course course;

    /// Those that have begun and not dropped out.
    private final List<Contender<O, R>> running = new ArrayList<>();

    @Var
    private long work;

    @Var
    private int unexplainedFrom = Integer.MIN_VALUE;

    @Var
    private String reason = "";

    private Portfolio(SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries, Limits limits, long work) {
        this.spec = spec;
        this.entries = entries;
        this.limits = limits;
        this.work = work;
        this.transitions = Transitions.of(spec);
        this.course = Course.of(transitions, entries);
    }

    /// Judges a part; a search of few operations is over before a race would have begun.
    static <S, O, R> LinearizabilityResult<O, R> judge(
            SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries, Limits limits, Engine engine) {
        if (engine != Engine.AUTO || entries.size() > FewOperations.MOST) {
            return new Portfolio<>(spec, entries, limits, 0).race(engine);
        }
        long most = Math.min(FEW_TURN, limits.maxConfigurations());
        return FewOperations.judge(spec, entries, most)
                .orElseGet(() -> new Portfolio<>(spec, entries, limits, most).race(engine));
    }

    private LinearizabilityResult<O, R> race(Engine engine) {
        long headStart = Math.max(HEAD_START, HEAD_START_EACH * course.events.length);
        var wingGongLowe = new Entrant<>(this::wingGongLowe, headStart);
        // It says by itself when it does not get ahead any more.
        var oneByOne = new Entrant<>(() -> justInTime(Width.ONE), Long.MAX_VALUE);
        var allAtOnce = new Entrant<>(() -> justInTime(Width.ALL), headStart);
        return switch (engine) {
            case WGL -> race(List.of(wingGongLowe));
            case JIT -> race(List.of(oneByOne, allAtOnce));
            case AUTO -> race(List.of(oneByOne, allAtOnce, wingGongLowe));
        };
    }

    private Contender<O, R> wingGongLowe() {
        return new WingGongLowe<>(spec, entries, transitions, course);
    }

    private Contender<O, R> justInTime(Width width) {
        return new JustInTime<>(spec, entries, transitions, course, width);
    }

    /// Each has a head start before the next one joins; then they go on in turn, each turn longer than the one before.
    private LinearizabilityResult<O, R> race(List<Entrant<O, R>> entrants) {
        for (Entrant<O, R> entrant : entrants) {
            Contender<O, R> contender = entrant.contender().get();
            running.add(contender);
            if (goesOn(contender, entrant.headStart())) {
                return contender.result();
            }
            if (!reason.isEmpty()) {
                break;
            }
        }
        for (@Var long turn = FIRST_TURN; reason.isEmpty() && !running.isEmpty(); turn *= 2) {
            for (Contender<O, R> contender : List.copyOf(running)) {
                if (running.contains(contender) && goesOn(contender, turn)) {
                    return contender.result();
                }
            }
        }
        if (reason.isEmpty()) {
            reason = "The configurations need more than " + (limits.maxBytes() >> 20)
                    + " MiB; allow more memory, or judge a shorter history.";
        }
        return new Inconclusive<>(reason, unexplainedFrom, 0, 1);
    }

    /// Lets a contender have its turn; says whether it has decided.
    private boolean goesOn(Contender<O, R> contender, long turn) {
        @Var long left = turn;
        while (left > 0 && reason.isEmpty()) {
            long before = contender.work();
            long chunk = Math.min(Math.min(left, CHECKED_EVERY), limits.maxConfigurations() - work);
            Standing standing = contender.advance(chunk);
            work += contender.work() - before;
            // Steps that lead to nothing new take time too.
            left -= Math.max(1, chunk);
            switch (standing) {
                case ORDER, NO_ORDER -> {
                    return true;
                }
                case LOST_ITS_WAY -> running.remove(contender);
                case TIRED, SEARCHING -> keepToLimits(contender);
            }
            if (standing == Standing.TIRED || !running.contains(contender)) {
                return false;
            }
        }
        return false;
    }

    private void keepToLimits(Contender<O, R> contender) {
        unexplainedFrom = Math.max(unexplainedFrom, contender.unexplainedFrom());
        if (work >= limits.maxConfigurations()) {
            reason = "The search visited " + limits.maxConfigurations()
                    + " configurations without an answer; allow it more, or judge a shorter history.";
        } else if (limits.stop().getAsBoolean()) {
            reason = "The search was stopped after " + work + " configurations.";
        } else if (bytes() > limits.maxBytes()) {
            running.remove(running.stream()
                    .max(Comparator.comparingLong(Contender::bytes))
                    .orElseThrow());
        }
    }

    private long bytes() {
        return transitions.bytes()
                + running.stream().mapToLong(Contender::bytes).sum();
    }
}
