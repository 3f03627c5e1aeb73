package dev.yank.harness.linux;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.linux.guest.AgentOperation.Moment;
import dev.yank.harness.linux.guest.AgentOperation.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Draws programs, and programs like others that were worth their while.
final class ProgramGenerator {

    /// In microseconds. From 200 on the guest sleeps, which costs it as much processor time as ten operations.
    private static final List<Integer> DELAYS = List.of(0, 0, 5, 20, 50, 100);

    private static final List<Integer> SLEEPS = List.of(200, 500, 1_000, 2_000, 5_000);
    private static final Pattern NUMBER = Pattern.compile(" [0-9]+$");
    private final Subject subject;
    private final SplittableRandom random;

    /// Kinds of actions that are drawn rarely, by what is known that they show.
    private final Map<String, Set<String>> quiet = new TreeMap<>();

    ProgramGenerator(Subject subject, SplittableRandom random) {
        this.subject = subject;
        this.random = random;
    }

    /// From now on actions of some kinds are drawn rarely, because what they show is known; and those no more that were
    /// said to show it before.
    void quieten(String signature, Set<String> kinds) {
        quiet.put(signature, Set.copyOf(kinds));
    }

    boolean isQuiet(Action action) {
        String kind = kind(action.name());
        return quiet.values().stream().anyMatch(kinds -> kinds.contains(kind));
    }

    /// Whether something is in a program that is drawn rarely.
    boolean isNoisy(NodeProgram program) {
        return program.processes().stream().flatMap(List::stream).anyMatch(step -> isQuiet(step.action()));
    }

    /// Whether programs make sense without an action.
    static boolean canDoWithout(Action action) {
        return action.mayWait()
                || action.effect() == Action.Effect.OPEN
                || action.effect() == Action.Effect.TAKE_LINE
                || action.effect() == Action.Effect.CONFIGURE
                || action.effect() == Action.Effect.ACCESS;
    }

    /// The same for every line of a chip.
    static String kind(String action) {
        return NUMBER.matcher(action).replaceAll("");
    }

    /// The kinds of some actions, but for those that no program is without.
    static Set<String> kinds(Stream<Action> actions) {
        return actions.filter(ProgramGenerator::canDoWithout)
                .map(action -> kind(action.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// A program of two or three clients, or some more, and a nemesis that takes the device away once or twice.
    NodeProgram fresh() {
        return new ProgramDraft(this, subject, random, random.nextInt(4) > 0).program(1 + random.nextInt(2));
    }

    /// A program that takes the device away once, and in which nobody waits: to be repeated while things are counted.
    NodeProgram cycle() {
        return new ProgramDraft(this, subject, random, false).program(1);
    }

    /// The program with other delays, positions or actions here and there.
    NodeProgram like(NodeProgram program) {
        @Var NodeProgram changed = program;
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int process = random.nextInt(changed.processes().size());
            List<Step> steps = changed.processes().get(process);
            if (!steps.isEmpty()) {
                int index = random.nextInt(steps.size());
                changed = changed.with(process, index, changed(steps.get(index)));
            }
        }
        return changed;
    }

    private Step changed(Step step) {
        Position after = step.after();
        return switch (random.nextInt(4)) {
            case 0 -> new Step(other(step.action()), step.handle(), step.made(), after, step.delayMicroseconds());
            case 1 ->
                step.with(
                        after.process() < 0
                                ? after
                                : new Position(
                                        after.process(),
                                        after.index(),
                                        after.moment() == Moment.INVOKED ? Moment.COMPLETED : Moment.INVOKED),
                        step.delayMicroseconds());
            default -> step.with(after, delay());
        };
    }

    /// An action on the same kind of file that gives out the same kind.
    private Action other(Action action) {
        List<Action> others = subject.actionsOn(action.on()).stream()
                .filter(one -> one.makes().equals(action.makes())
                        && one.effect() == action.effect()
                        && one.mayWait() == action.mayWait()
                        && !isQuiet(one))
                .toList();
        return others.isEmpty() ? action : pick(others);
    }

    int delay() {
        int delay = random.nextInt(3) > 0 ? 0 : pick(random.nextInt(8) > 0 ? DELAYS : SLEEPS);
        return delay == 0 ? 0 : Math.max(1, delay / 2 + random.nextInt(delay));
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
