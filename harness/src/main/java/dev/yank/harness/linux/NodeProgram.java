package dev.yank.harness.linux;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.linux.guest.AgentOperation;
import dev.yank.harness.linux.guest.AgentOperation.Code;
import dev.yank.harness.linux.guest.AgentOperation.Position;
import dev.yank.model.spec.node.NodeOperation.Distance;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// What processes do to a device node and its driver. Delays and positions are part of it.
///
/// No process waits for a step that waits, by way of others, for the process itself.
///
/// @param processes the steps of each, in their order
public record NodeProgram(List<List<Step>> processes) {

    /// The process of the agent that cleans up.
    static final int CLEANER = 7;

    /// Copies the steps.
    public NodeProgram(List<List<Step>> processes) {
        this.processes = processes.stream().map(List::copyOf).toList();
        if (processes.size() > CLEANER) {
            throw new IllegalArgumentException(
                    "A program has at most " + CLEANER + " processes, but this one has " + processes.size() + ".");
        }
    }

    /// How many steps there are.
    public int size() {
        return processes.stream().mapToInt(List::size).sum();
    }

    /// As the agent performs it: in the end the device is bound again, and everything is closed.
    List<List<AgentOperation>> operations(Subject subject) {
        List<List<AgentOperation>> operations = new ArrayList<>();
        processes.forEach(
                steps -> operations.add(steps.stream().map(Step::operation).toList()));
        while (operations.size() < CLEANER) {
            operations.add(List.of());
        }
        operations.add(cleaning(subject).stream().map(Step::operation).toList());
        return operations;
    }

    /// What is done after everything else.
    List<Step> cleaning(Subject subject) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(pause(), 0, 0, Position.NONE, 0));
        restorals(subject).forEach(action -> steps.add(new Step(action, 0, 0, Position.NONE, 0)));
        var closed = new TreeSet<Integer>();
        for (List<Step> process : processes) {
            for (Step step : process) {
                if (step.action().makesFile() && closed.add(step.made())) {
                    steps.add(new Step(
                            subject.action(step.action().makes() + " close"), step.made(), 0, Position.NONE, 0));
                }
            }
        }
        return steps;
    }

    /// What undoes each kind of removal that the program has, the furthest first, and waits until the node is there.
    private List<Action> restorals(Subject subject) {
        List<Action> actions = new ArrayList<>();
        for (Distance distance : List.of(Distance.UNPLUGGED, Distance.REMOVED, Distance.UNBOUND)) {
            boolean isNeeded = processes.stream()
                    .flatMap(List::stream)
                    .map(Step::action)
                    .anyMatch(action -> action.effect() == Action.Effect.REMOVE && action.distance() == distance);
            if (isNeeded) {
                actions.addAll(subject.actions(Action.Effect.RESTORE, distance).stream()
                        .limit(1)
                        .toList());
            }
        }
        subject.arrival().ifPresent(actions::add);
        return actions;
    }

    private static Action pause() {
        return new Action(
                "wait for all",
                Code.WAIT_ALL,
                "",
                "",
                0,
                0,
                Action.Effect.NOTHING,
                -1,
                List.of(),
                List.of(),
                Action.Waits.NO);
    }

    /// The program without one step; whoever waited for it waits for the one before, or for nothing.
    NodeProgram without(int process, int index) {
        List<List<Step>> changed = new ArrayList<>();
        for (int p = 0; p < processes.size(); p++) {
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < processes.get(p).size(); i++) {
                if (p != process || i != index) {
                    Step step = processes.get(p).get(i);
                    steps.add(step.with(moved(step.after(), process, index), step.delayMicroseconds()));
                }
            }
            changed.add(steps);
        }
        return new NodeProgram(changed);
    }

    private static Position moved(Position after, int process, int index) {
        if (after.process() != process || after.index() < index) {
            return after;
        }
        return after.index() == 0 ? Position.NONE : new Position(process, after.index() - 1, after.moment());
    }

    /// The program with another step at a place.
    NodeProgram with(int process, int index, Step step) {
        List<List<Step>> changed = new ArrayList<>(processes);
        List<Step> steps = new ArrayList<>(processes.get(process));
        steps.set(index, step);
        changed.set(process, steps);
        return new NodeProgram(changed);
    }

    /// Each step on a line of its own.
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int p = 0; p < processes.size(); p++) {
            @Var int index = 0;
            for (Step step : processes.get(p)) {
                text.append("process ")
                        .append(p)
                        .append(", operation ")
                        .append(index)
                        .append(": ");
                text.append(step).append('\n');
                index++;
            }
        }
        return text.toString();
    }

    /// The numbers of the processes that do something.
    List<Integer> active() {
        return IntStream.range(0, processes.size())
                .filter(p -> !processes.get(p).isEmpty())
                .boxed()
                .toList();
    }
}
