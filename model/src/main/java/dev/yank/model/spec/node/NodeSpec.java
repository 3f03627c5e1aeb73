package dev.yank.model.spec.node;

import dev.yank.model.rule.Errno;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import dev.yank.model.spec.node.NodeOperation.Belonging;
import dev.yank.model.spec.node.NodeOperation.Distance;
import dev.yank.model.spec.node.NodeState.Held;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a device node may answer, in ints as system calls return them: 0 or the level of a line, or a negative error
/// number. Other values that succeed are 0 here.
///
/// A driver is bound at the beginning, and nothing is open.
public final class NodeSpec implements SequentialSpec<NodeState, NodeOperation, Integer> {

    private static final int OK = 0;
    private static final int NO_SUCH_DEVICE = -Errno.ENODEV.number();
    private static final int NO_SUCH_FILE = -Errno.ENOENT.number();
    private static final int EXISTS = -Errno.EEXIST.number();
    private static final int BUSY = -Errno.EBUSY.number();
    private static final int NOT_PERMITTED = -Errno.EPERM.number();

    @Override
    public String name() {
        return "device node";
    }

    @Override
    public NodeState initial() {
        return new NodeState(1, 1, Optional.empty(), NodeState.Arrival.NO, List.of());
    }

    @Override
    public List<Effect<NodeState, Integer>> effects(NodeState state, NodeOperation operation) {
        if (!state.isComing()) {
            return effectsOf(state, operation);
        }
        List<Effect<NodeState, Integer>> effects = new ArrayList<>(effectsOf(state, operation));
        effects.addAll(effectsOf(state.boundAnew(), operation));
        return effects;
    }

    private static List<Effect<NodeState, Integer>> effectsOf(NodeState state, NodeOperation operation) {
        return switch (operation) {
            case NodeOperation.Open open -> open(state, open);
            case NodeOperation.TakeLine take -> take(state, take);
            case NodeOperation.Configure configure -> configure(state, configure);
            case NodeOperation.SetLevel set -> setLevel(state, set);
            case NodeOperation.GetLevel get -> getLevel(state, get);
            case NodeOperation.Access access -> access(state, access);
            case NodeOperation.Close close ->
                state.file(close.handle()).isPresent() ? one(state.without(close.handle()), OK) : List.of();
            case NodeOperation.Remove remove -> remove(state, remove.distance());
            case NodeOperation.Restore restore -> restore(state, restore.distance());
        };
    }

    private static List<Effect<NodeState, Integer>> open(NodeState state, NodeOperation.Open open) {
        boolean isBound = state.bound() != 0;
        boolean isShared = open.belonging() == Belonging.NODE;
        List<Effect<NodeState, Integer>> effects =
                new ArrayList<>(same(state, isBound ? open.delays() : open.refusals()));
        if (isBound || isShared) {
            int instance = isShared ? NodeState.ANY : state.bound();
            effects.add(new Effect<>(state.with(new Held(open.handle(), instance, -1, NodeState.UNKNOWN)), OK));
        }
        return effects;
    }

    /// A line may stay taken a while after its file was closed, for as long as somebody is inside.
    private static List<Effect<NodeState, Integer>> take(NodeState state, NodeOperation.TakeLine take) {
        Optional<Held> chip = state.file(take.handle());
        if (chip.isEmpty()) {
            return List.of();
        }
        if (!state.isLive(chip.get())) {
            return same(state, take.dead());
        }
        List<Effect<NodeState, Integer>> effects = new ArrayList<>();
        if (!state.isTaken(take.line())) {
            var made = new Held(take.made(), state.bound(), take.line(), take.level());
            effects.add(new Effect<>(state.with(made), OK));
        }
        effects.addAll(same(state, take.refusals()));
        return effects;
    }

    private static List<Effect<NodeState, Integer>> configure(NodeState state, NodeOperation.Configure configure) {
        return state.file(configure.handle())
                .map(file -> state.isLive(file)
                        ? one(state.with(at(file, configure.level())), OK)
                        : same(state, configure.dead()))
                .orElse(List.of());
    }

    private static List<Effect<NodeState, Integer>> setLevel(NodeState state, NodeOperation.SetLevel set) {
        Optional<Held> file = state.file(set.handle());
        if (file.isEmpty()) {
            return List.of();
        }
        if (!state.isLive(file.get())) {
            return same(state, set.dead());
        }
        return file.get().level() == NodeState.UNKNOWN
                ? one(state, NOT_PERMITTED)
                : one(state.with(at(file.get(), set.level())), OK);
    }

    private static List<Effect<NodeState, Integer>> getLevel(NodeState state, NodeOperation.GetLevel get) {
        Optional<Held> file = state.file(get.handle());
        if (file.isEmpty()) {
            return List.of();
        }
        if (!state.isLive(file.get())) {
            return same(state, get.dead());
        }
        int level = file.get().level();
        return level == NodeState.UNKNOWN ? same(state, List.of(0, 1)) : one(state, level);
    }

    private static List<Effect<NodeState, Integer>> access(NodeState state, NodeOperation.Access access) {
        return state.file(access.handle())
                .map(file -> same(state, state.isLive(file) ? access.live() : access.dead()))
                .orElse(List.of());
    }

    /// Of two removals at once the second finds nothing to do, and says so or not.
    private static List<Effect<NodeState, Integer>> remove(NodeState state, Distance distance) {
        boolean isFurther = state.isComing()
                ? distance == Distance.UNPLUGGED
                : state.away().filter(away -> away.compareTo(distance) >= 0).isEmpty();
        return isFurther ? one(state.gone(distance), OK) : same(state, List.of(NO_SUCH_DEVICE, NO_SUCH_FILE, OK));
    }

    /// Looking for devices finds nothing new, and succeeds nevertheless.
    private static List<Effect<NodeState, Integer>> restore(NodeState state, Distance distance) {
        if (!state.isComing() && state.away().filter(distance::equals).isPresent()) {
            return one(distance == Distance.UNBOUND ? state.boundAnew() : state.coming(), OK);
        }
        List<Effect<NodeState, Integer>> effects = new ArrayList<>(same(
                state,
                switch (distance) {
                    case UNBOUND -> List.of(NO_SUCH_DEVICE, BUSY);
                    case REMOVED -> List.of(OK);
                    case UNPLUGGED -> List.of(EXISTS);
                }));
        if (state.isComing() && distance == Distance.UNBOUND) {
            effects.add(new Effect<>(state.boundAnew(), OK)); // it was found, and nobody had bound it yet
        }
        return effects;
    }

    private static Held at(Held file, int level) {
        return new Held(file.handle(), file.instance(), file.line(), level);
    }

    private static List<Effect<NodeState, Integer>> one(NodeState next, int response) {
        return List.of(new Effect<>(next, response));
    }

    private static List<Effect<NodeState, Integer>> same(NodeState state, List<Integer> responses) {
        return responses.stream().map(response -> new Effect<>(state, response)).toList();
    }

    @Override
    public boolean onlyObserves(NodeOperation operation, @Nullable Integer response) {
        // Whoever is served by a file of a node has seen that the device came.
        return operation instanceof NodeOperation.GetLevel
                || (operation instanceof NodeOperation.Access access && access.belonging() == Belonging.INSTANCE);
    }

    @Override
    public String describeOperation(NodeOperation operation) {
        return operation.name();
    }

    @Override
    public String describeResponse(Integer response) {
        return word(response);
    }

    /// An answer as a word: a number, or the name of an error.
    public static String word(int answer) {
        return answer >= 0
                ? Integer.toString(answer)
                : Arrays.stream(Errno.values())
                        .filter(errno -> errno.number() == -answer)
                        .findFirst()
                        .map(Errno::name)
                        .orElse("error " + -answer);
    }
}
