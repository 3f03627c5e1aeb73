package dev.yank.harness.linux;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.linux.Subject.Openings;
import dev.yank.harness.linux.guest.AgentOperation.Moment;
import dev.yank.harness.linux.guest.AgentOperation.Position;
import dev.yank.model.spec.node.NodeOperation.Distance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A program that is being drawn. Steps are drawn in one order for all processes, and wait for earlier ones only.
final class ProgramDraft {

    private static final int NONE = -1;
    private static final int MOST_FILES = 180;
    private static final int MOST_STEPS = 240;

    /// One program of so many has what is known to break something; mostly it takes a guest with it.
    private static final int LOUD = 40;

    /// So many steps of clients after a change of the device are near it.
    private static final int NEAR = 12;

    /// A subject that may be quiet for so long is slow to come and go.
    private static final int SLOW_MS = 1_000;

    private final ProgramGenerator generator;
    private final Subject subject;
    private final SplittableRandom random;
    private final int clients;
    private final List<List<Step>> processes = new ArrayList<>();
    private final List<List<Integer>> handles = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();

    /// Of each file the instance of the device that it belongs to, or none if it is closed or hardly given out.
    private final List<Integer> instances = new ArrayList<>();

    /// The file that has each line, by number, as far as can be told.
    private final Map<Long, Integer> takers = new TreeMap<>();

    private final boolean mayWait;

    /// Kinds of actions that are not in it: what is in every program can neither be blamed for anything nor be out
    /// of the way of something else.
    ///
    /// Source: "Swarm Testing", Groce et al., 2012.
    private final Set<String> omitted;

    /// Whether what is known may be in it.
    private final boolean isLoud;

    /// The file that has the node for itself, where one may have it, or -1.
    @Var
    private int holder = -1;

    /// When it was given out or closed, and which clients have waited for the former.
    @Var
    private Position given = Position.NONE;

    private final Set<Integer> informed = new TreeSet<>();

    @Var
    private Distance away = Distance.UNBOUND;

    /// Which instance of the device is there, or was there last.
    @Var
    private int instance;

    @Var
    private boolean isGone;

    /// Whether a removal comes next. Who sleeps then is to be woken by it; at other times a sleep has seldom an
    /// end.
    @Var
    private boolean isEve;

    /// How many steps of clients come that are near a change of the device. There it matters who is first, so that
    /// these are timed; elsewhere it costs more than it tells.
    @Var
    private int near;

    ProgramDraft(ProgramGenerator generator, Subject subject, SplittableRandom random, boolean mayWait) {
        this.generator = generator;
        this.subject = subject;
        this.random = random;
        this.mayWait = mayWait;
        this.clients = (isSlow() ? 4 : 2) + random.nextInt(2);
        this.isLoud = random.nextInt(LOUD) == 0;
        this.omitted = omitted();
    }

    /// Where a removal costs as much as thousands of calls, there are more calls to each.
    private boolean isSlow() {
        return subject.patience().quietMilliseconds() >= SLOW_MS;
    }

    NodeProgram program(int rounds) {
        for (int i = 0; i <= clients; i++) {
            processes.add(new ArrayList<>());
            handles.add(new ArrayList<>());
        }
        for (int i = 0; i < clients; i++) {
            if (!isAlone() || i == 0 || random.nextInt(4) == 0) {
                open(i);
            }
        }
        int density = generator.pick(isSlow() ? List.of(10, 20) : List.of(4, 10, 16));
        for (int i = 0; i < rounds && !isFull(); i++) {
            clients(8 + random.nextInt(30 * density));
            isEve = true;
            clients(2 + random.nextInt(6));
            isEve = false;
            nemesis(Action.Effect.REMOVE);
            clients(6 + random.nextInt(24 * density));
            if (i + 1 < rounds || random.nextInt(2) == 0) {
                nemesis(Action.Effect.RESTORE);
                clients(random.nextInt(12));
            }
        }
        return new NodeProgram(processes);
    }

    private boolean isFull() {
        return processes.stream().anyMatch(steps -> steps.size() == MOST_STEPS);
    }

    private void clients(int steps) {
        for (int i = 0; i < steps; i++) {
            client(random.nextInt(clients));
        }
    }

    private void client(int process) {
        near--;
        if (processes.get(process).size() == MOST_STEPS) {
            return;
        }
        List<Integer> own = random.nextInt(12) == 0
                ? handles.get(process)
                : handles.get(process).stream()
                        .filter(handle -> instances.get(handle) != NONE)
                        .toList();
        boolean mayOpen = isAlone()
                ? holder < 0 && random.nextInt(isGone ? 16 : 2) == 0
                : own.isEmpty() && (!isGone || random.nextInt(16) == 0);
        boolean mayMake = kinds.size() < MOST_FILES;
        if (mayMake && (mayOpen || kinds.isEmpty() || random.nextInt(isGone ? 60 : 30) == 0)) {
            open(process);
            return;
        }
        int handle = handle(own);
        String kind = kinds.get(handle);
        if (random.nextInt(14) == 0) {
            close(process, handle);
            return;
        }
        boolean makes = mayMake && random.nextInt(6) == 0;
        boolean mayBeRefused = random.nextInt(4) == 0;
        List<Action> actions = suitable(
                kind,
                action -> !action.mayWait()
                        && action.makesFile() == makes
                        && (mayBeRefused || isFreeFor(process, action)));
        List<Action> waiting = mayWait ? suitable(kind, Action::mayWait) : List.of();
        boolean waits = !waiting.isEmpty() && random.nextInt(isEve ? 3 : isDead(handle) ? 8 : 80) == 0;
        if (!waits && actions.isEmpty()) {
            return;
        }
        Action action = generator.pick(waits ? waiting : actions);
        if (action.makesFile()) {
            make(process, action, handle);
        } else {
            add(process, action, handle, 0);
        }
    }

    private void close(int process, int handle) {
        if (processes.get(process).size() == MOST_STEPS) {
            return;
        }
        add(process, subject.action(kinds.get(handle) + " close"), handle, 0);
        handles.get(process).remove(Integer.valueOf(handle));
        takers.values().remove(handle);
        instances.set(handle, NONE);
        if (handle == holder) {
            holder = -1;
            given = last(process);
        }
    }

    private boolean isDead(int handle) {
        return isGone || instances.get(handle) != instance;
    }

    private boolean isAlone() {
        return subject.openings() == Openings.ONE;
    }

    /// Where one may have the node open, that one is whose file is used, by all.
    private int handle(List<Integer> own) {
        if (isAlone() && holder >= 0 && random.nextInt(8) > 0) {
            return holder;
        }
        return isAlone() || own.isEmpty() || random.nextInt(12) == 0 ? anybodys() : generator.pick(own);
    }

    /// A file that anybody has, one that is there if there is any.
    private int anybodys() {
        List<Integer> likely = IntStream.range(0, kinds.size())
                .filter(handle -> instances.get(handle) != NONE)
                .boxed()
                .toList();
        return likely.isEmpty() || random.nextInt(16) == 0 ? random.nextInt(kinds.size()) : generator.pick(likely);
    }

    private boolean isTaken(Action action) {
        return action.effect() == Action.Effect.TAKE_LINE && takers.containsKey(action.argument());
    }

    /// Of the lines each client has its own, mostly: nobody knows who comes first.
    private boolean isFreeFor(int process, Action action) {
        return action.effect() != Action.Effect.TAKE_LINE
                || (!isTaken(action) && action.argument() % clients == process);
    }

    private List<Action> suitable(String kind, Predicate<Action> wanted) {
        return subject.actionsOn(kind).stream()
                .filter(wanted)
                .filter(action -> isLoud || !generator.isQuiet(action))
                .filter(action -> !omitted.contains(ProgramGenerator.kind(action.name())))
                .toList();
    }

    private Set<String> omitted() {
        boolean isWhole = random.nextInt(4) == 0;
        return subject.actions().stream()
                .filter(ProgramGenerator::canDoWithout)
                .map(action -> ProgramGenerator.kind(action.name()))
                .distinct()
                .filter(_ -> !isWhole && random.nextBoolean())
                .collect(Collectors.toSet());
    }

    /// An opening that mostly waits for what lets it succeed: that the device is back, or that who had the node for
    /// himself has closed it.
    private void open(int process) {
        boolean isBack = instance > 0 && !isGone;
        boolean isOthers = isAlone() && holder < 0 && given.process() >= 0;
        boolean isLate = isOthers || subject.arrival().isPresent() || isBack;
        Position chance = isOthers ? given : last(clients);
        List<Action> all = subject.actions(Action.Effect.OPEN);
        boolean isLoud = random.nextInt(LOUD) == 0;
        List<Action> others = all.stream()
                .filter(action -> isLoud || !generator.isQuiet(action))
                .toList();
        make(process, generator.pick(others.isEmpty() ? all : others), 0);
        boolean waits = isLate && random.nextInt(isOthers ? 8 : 3) > 0;
        if (waits && chance.process() >= 0 && chance.process() != process) {
            List<Step> steps = processes.get(process);
            steps.set(steps.size() - 1, steps.getLast().with(chance, 0));
        }
        int made = kinds.size() - 1;
        if (isAlone() && holder != made && random.nextInt(8) > 0) {
            close(process, made); // should it succeed, it must not keep the others out
        }
    }

    /// The end of the last step of a process.
    private Position last(int process) {
        int steps = processes.get(process).size();
        return steps == 0 ? Position.NONE : new Position(process, steps - 1, Moment.COMPLETED);
    }

    private void make(int process, Action action, int handle) {
        int made = kinds.size();
        if (holder < 0 && !isGone) {
            holder = made;
            informed.clear();
            informed.add(process);
        }
        kinds.add(action.makes());
        boolean isFree = isAlone() ? holder == made : !isTaken(action);
        boolean isLikely = !isGone && isFree && (action.on().isEmpty() || instances.get(handle) == instance);
        if (isLikely && action.effect() == Action.Effect.TAKE_LINE) {
            takers.put(action.argument(), made);
        }
        instances.add(isLikely ? instance : NONE);
        handles.get(process).add(made);
        add(process, action, handle, made);
        given = holder == made ? last(process) : given;
    }

    /// What was taken away is mostly brought back from where it is; to pull the plug takes longest, so it is rare.
    private void nemesis(Action.Effect effect) {
        boolean isRemoval = effect == Action.Effect.REMOVE;
        if (isRemoval) {
            int dice = random.nextInt(10);
            away = dice == 0 ? Distance.UNPLUGGED : dice < 4 ? Distance.REMOVED : Distance.UNBOUND;
        }
        List<Action> suitable = subject.actions(effect, away);
        boolean isAny = suitable.isEmpty() || (!isRemoval && random.nextInt(12) == 0);
        Action action = generator.pick(isAny ? subject.actions(effect) : suitable);
        away = isRemoval ? action.distance() : away;
        instance += isRemoval ? 0 : 1;
        takers.clear();
        near = NEAR;
        isGone = isRemoval;
        if (!isRemoval && random.nextBoolean()) { // whoever opens next has the new instance
            holder = -1;
            given = Position.NONE;
        }
        add(clients, action, 0, 0);
        subject.arrival()
                .filter(_ -> !isRemoval && random.nextInt(3) > 0)
                .ifPresent(arrival -> add(clients, arrival, 0, 0));
    }

    private void add(int process, Action action, int handle, int made) {
        boolean isTimed = isEve || near > 0 || random.nextInt(8) == 0;
        boolean waits = process == clients ? random.nextInt(8) > 0 : isTimed && random.nextInt(4) == 0;
        boolean isNew = isAlone() && process != clients && informed.add(process);
        Position after = isNew ? given : waits ? position(process) : Position.NONE;
        int delay = isTimed || process == clients ? generator.delay() : 0;
        processes.get(process).add(new Step(action, handle, made, after, delay));
    }

    /// A moment of the last step of another process; of a sleep the beginning, because it may have no end.
    private Position position(int process) {
        int other = random.nextInt(process == clients ? clients : processes.size());
        int last = processes.get(other).size() - 1;
        if (other == process || last < 0) {
            return Position.NONE;
        }
        boolean sleeps = processes.get(other).get(last).action().mayWait();
        return new Position(other, last, sleeps || random.nextInt(2) == 0 ? Moment.INVOKED : Moment.COMPLETED);
    }
}
