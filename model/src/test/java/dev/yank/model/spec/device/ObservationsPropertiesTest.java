package dev.yank.model.spec.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.model.rule.DeadAnswer;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.QueuedEvents;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

final class ObservationsPropertiesTest {

    /// A walk through the states of a device: what is asked, and which of the effects is taken.
    record Walk(
            SequentialSpec<?, DeviceOperation, Response> spec,
            List<DeviceOperation> operations,
            List<Integer> choices) {}

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void whatOnlyObservesLeavesEveryStateAsItIs(@ForAll("walks") Walk walk) {
        take(walk.spec(), walk);
    }

    private static <S> void take(SequentialSpec<S, DeviceOperation, Response> spec, Walk walk) {
        @Var S state = spec.initial();
        @Var int step = 0;
        for (DeviceOperation operation : walk.operations()) {
            List<Effect<S, Response>> effects = spec.effects(state, operation);
            for (Effect<S, Response> effect : effects) {
                boolean observes = spec.onlyObserves(operation, effect.response());
                Statistics.collect(observes);
                assertThat(observes && !effect.next().equals(state))
                        .as("%s answers %s in %s", operation, effect.response(), state)
                        .isFalse();
                assertThat(spec.onlyObserves(operation, null) && !effect.next().equals(state))
                        .as("%s in %s, whatever it answers", operation, state)
                        .isFalse();
            }
            if (!effects.isEmpty()) {
                int choice = walk.choices().get(step++ % walk.choices().size()) % effects.size();
                state = effects.get(choice).next();
            }
        }
    }

    @Provide
    Arbitrary<Walk> walks() {
        return Arbitraries.of(DeviceKind.class)
                .flatMap(kind -> Combinators.combine(
                                specs(kind),
                                DeviceArbitraries.crowded(kind, 1)
                                        .list()
                                        .ofMinSize(4)
                                        .ofMaxSize(25),
                                Arbitraries.integers()
                                        .between(0, 100)
                                        .list()
                                        .ofMinSize(1)
                                        .ofMaxSize(25))
                        .as(Walk::new));
    }

    private static Arbitrary<SequentialSpec<?, DeviceOperation, Response>> specs(DeviceKind kind) {
        return Combinators.combine(
                        Arbitraries.of(DeadAnswer.class),
                        Arbitraries.of(QueuedEvents.class),
                        Arbitraries.of(Initially.class),
                        Arbitraries.of(Faults.class))
                .as((answer, events, initially, faults) -> DeviceSpecs.forPolicy(
                        kind, Policy.parse("P1=" + answer.text() + " P8=" + events.text()), initially, faults));
    }
}
