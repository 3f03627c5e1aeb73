package dev.yank.harness.linux;

import dev.yank.harness.linux.guest.Architecture;
import dev.yank.model.rule.Policy;
import java.util.List;

/// A driver of a stock kernel whose behaviour is judged, behind the device node that it serves.
///
/// @param name as on the command line
/// @param architecture of the guests that have its device
/// @param policy what it promises, on questions on which subsystems disagree
/// @param strings the names that operations mean by number: the node, the files of the nemesis, the device
/// @param actions what programs may do
public record Subject(
        String name, Architecture architecture, Policy policy, List<String> strings, List<Action> actions) {

    /// Copies the lists.
    public Subject(String name, Architecture architecture, Policy policy, List<String> strings, List<Action> actions) {
        this.name = name;
        this.architecture = architecture;
        this.policy = policy;
        this.strings = List.copyOf(strings);
        this.actions = List.copyOf(actions);
    }

    /// The actions that mean something.
    public List<Action> actions(Action.Effect effect) {
        return actions.stream().filter(action -> action.effect() == effect).toList();
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
