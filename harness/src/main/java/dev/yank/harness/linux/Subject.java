package dev.yank.harness.linux;

import dev.yank.harness.linux.guest.Architecture;
import dev.yank.harness.linux.guest.Patience;
import dev.yank.model.rule.Policy;
import dev.yank.model.spec.node.NodeOperation.Distance;
import java.util.List;
import java.util.Optional;

/// A driver of a stock kernel whose behaviour is judged, behind the device node that it serves.
///
/// @param name as on the command line
/// @param architecture of the guests that have its device
/// @param policy what it promises, on questions on which subsystems disagree
/// @param strings the names that operations mean by number: the node, the files of the nemesis, the device
/// @param actions what programs may do
/// @param preparation what is done once in a guest that was started, in this order
/// @param openings how many may have its node open
/// @param patience how long nothing may happen
public record Subject(
        String name,
        Architecture architecture,
        Policy policy,
        List<String> strings,
        List<Action> actions,
        List<Action> preparation,
        Openings openings,
        Patience patience) {

    /// How many may have a node open.
    public enum Openings {
        ANY,
        ONE
    }

    /// Copies the lists.
    public Subject(
            String name,
            Architecture architecture,
            Policy policy,
            List<String> strings,
            List<Action> actions,
            List<Action> preparation,
            Openings openings,
            Patience patience) {
        this.name = name;
        this.architecture = architecture;
        this.policy = policy;
        this.strings = List.copyOf(strings);
        this.actions = List.copyOf(actions);
        this.preparation = List.copyOf(preparation);
        this.openings = openings;
        this.patience = patience;
    }

    /// A subject that any number may open, and that needs no preparation.
    public Subject(String name, Architecture architecture, Policy policy, List<String> strings, List<Action> actions) {
        this(name, architecture, policy, strings, actions, List.of(), Openings.ANY, Patience.USUAL);
    }

    /// The actions that mean something.
    public List<Action> actions(Action.Effect effect) {
        return actions.stream().filter(action -> action.effect() == effect).toList();
    }

    /// The actions of a nemesis that take the device away so far, or bring it back from there.
    public List<Action> actions(Action.Effect effect, Distance distance) {
        return actions(effect).stream()
                .filter(action -> action.distance() == distance)
                .toList();
    }

    /// What waits until the node is there, if it may come later than its driver is bound.
    public Optional<Action> arrival() {
        return actions(Action.Effect.NOTHING).stream().findFirst();
    }

    /// What can be done with a file of a kind, closing left out.
    public List<Action> actionsOn(String kind) {
        return actions.stream()
                .filter(action -> action.on().equals(kind) && action.effect() != Action.Effect.CLOSE)
                .toList();
    }

    /// The action with a name.
    ///
    /// @throws IllegalArgumentException if there is none
    public Action action(String called) {
        return actions.stream()
                .filter(action -> action.name().equals(called))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no action '" + called + "'."));
    }
}
