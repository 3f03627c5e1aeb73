package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.Refcount.refcount_dec_and_test;
import static dev.yank.harness.kernel.Refcount.refcount_inc;
import static dev.yank.harness.kernel.Refcount.refcount_inc_not_zero;
import static dev.yank.harness.kernel.Refcount.refcount_read;
import static dev.yank.harness.kernel.Refcount.refcount_set;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Ledger.Performer;
import dev.yank.harness.kernel.rust.Arc;
import dev.yank.harness.kernel.rust.Drop;
import dev.yank.harness.kernel.rust.Revocable;
import dev.yank.harness.kernel.rust.Weak;
import dev.yank.harness.schedule.Strategies;
import dev.yank.harness.sim.Executions;
import dev.yank.harness.sim.Exploration;
import dev.yank.harness.sim.Stage;
import dev.yank.model.linearize.Entry;
import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.spec.SequentialSpec;
import dev.yank.model.spec.counting.RefcountOperation;
import dev.yank.model.spec.counting.RefcountOperation.Get;
import dev.yank.model.spec.counting.RefcountOperation.GetUnlessZero;
import dev.yank.model.spec.counting.RefcountOperation.Put;
import dev.yank.model.spec.counting.RefcountOperation.Read;
import dev.yank.model.spec.counting.RefcountResponse;
import dev.yank.model.spec.counting.RefcountResponse.Count;
import dev.yank.model.spec.counting.RefcountResponse.Last;
import dev.yank.model.spec.counting.RefcountResponse.Refused;
import dev.yank.model.spec.counting.RefcountResponse.Remaining;
import dev.yank.model.spec.counting.RefcountResponse.Taken;
import dev.yank.model.spec.counting.RefcountSpec;
import dev.yank.model.spec.removal.RevocableOperation;
import dev.yank.model.spec.removal.RevocableOperation.Revoke;
import dev.yank.model.spec.removal.RevocableOperation.TryAccess;
import dev.yank.model.spec.removal.RevocableResponse;
import dev.yank.model.spec.removal.RevocableSpec;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/// Random programs on the counts and the revocable of the simulated kernel, under random schedules: what the
/// processes saw can be explained by the specifications. The same is tried with primitives that are wrong, to
/// see that it could have failed.
final class LinearizablePrimitivesPropertiesTest {

    private static final int TRIES = 800;

    /// What a program is performed on, and the history that comes of it.
    private record Played<O, R>(SequentialSpec<?, O, R> spec, Ledger<O, R> ledger, Executions executions) {

        boolean isExplained() {
            List<Entry<O, R>> entries = ledger.entries();
            var result = LinearizabilityChecker.check(spec, entries, Limits.DEFAULT);
            assertThat(result).isInstanceOfAny(Linearizable.class, NotLinearizable.class);
            return result instanceof Linearizable;
        }

        void isRight() {
            executions.findNothing();
            assertThat(isExplained()).as("%s", ledger.entries()).isTrue();
            Statistics.label("overlap")
                    .collect(ledger.overlaps())
                    .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
        }

        /// Not every schedule shows that it is wrong, but some do.
        void isWrongSometimes() {
            executions.findNothing();
            Statistics.label("explained")
                    .collect(isExplained())
                    .coverage(coverage -> coverage.check(false).percentage(share -> share > 2));
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void aRefcountIsLinearizable(
            @ForAll("counting") List<List<RefcountOperation>> program,
            @ForAll("strategies") String strategy,
            @ForAll long seed) {
        count(program, strategy, seed, (stage, ledger) -> {
                    var count = new Refcount();
                    refcount_set(count, program.size());
                    ledger.play(stage, program, () -> new Holder(count));
                })
                .isRight();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void anArcIsLinearizable(
            @ForAll("counting") List<List<RefcountOperation>> program,
            @ForAll("strategies") String strategy,
            @ForAll long seed) {
        count(program, strategy, seed, (stage, ledger) -> {
                    Arc<Dropped> first = Arc.arc_new(new Dropped());
                    var given = new ArrayDeque<Arc<Dropped>>(List.of(first));
                    for (int process = 1; process < program.size(); process++) {
                        given.add(first.cloned());
                    }
                    ledger.play(stage, program, () -> new ArcHolder(given.remove()));
                })
                .isRight();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void aCountThatIsReadAndWrittenInTwoPiecesIsRefused(
            @ForAll("counting") List<List<RefcountOperation>> program,
            @ForAll("strategies") String strategy,
            @ForAll long seed) {
        count(program, strategy, seed, (stage, ledger) -> {
                    int[] count = {program.size()};
                    ledger.play(stage, program, () -> new CarelessHolder(stage.machine(), count));
                })
                .isWrongSometimes();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void aRevocableIsLinearizable(
            @ForAll("revoking") List<List<RevocableOperation>> program,
            @ForAll("strategies") String strategy,
            @ForAll long seed) {
        revoke(strategy, seed, (stage, ledger) -> {
                    var revocable = new Revocable<>("value");
                    ledger.play(stage, program, () -> new Visitor(stage.machine(), revocable));
                })
                .isRight();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void aRevocableThatTellsTwoThatTheyRevokedIsRefused(
            @ForAll("revoking") List<List<RevocableOperation>> program,
            @ForAll("strategies") String strategy,
            @ForAll long seed) {
        revoke(strategy, seed, (stage, ledger) -> {
                    boolean[] available = {true};
                    ledger.play(stage, program, () -> new CarelessRevoker(stage.machine(), available));
                })
                .isWrongSometimes();
    }

    private static Played<RefcountOperation, RefcountResponse> count(
            List<List<RefcountOperation>> program,
            String strategy,
            long seed,
            BiConsumer<Stage, Ledger<RefcountOperation, RefcountResponse>> subject) {
        var ledger = new Ledger<RefcountOperation, RefcountResponse>();
        Executions executions =
                Exploration.once(Strategies.create(strategy), seed, stage -> subject.accept(stage, ledger));
        return new Played<>(new RefcountSpec(program.size()), ledger, executions);
    }

    private static Played<RevocableOperation, RevocableResponse> revoke(
            String strategy, long seed, BiConsumer<Stage, Ledger<RevocableOperation, RevocableResponse>> subject) {
        var ledger = new Ledger<RevocableOperation, RevocableResponse>();
        Executions executions =
                Exploration.once(Strategies.create(strategy), seed, stage -> subject.accept(stage, ledger));
        return new Played<>(new RevocableSpec(), ledger, executions);
    }

    /// A process that begins with one reference and never asks for what it has no right to.
    private static final class Holder implements Performer<RefcountOperation, RefcountResponse> {

        private final Refcount count;

        @Var
        private int held = 1;

        Holder(Refcount count) {
            this.count = count;
        }

        @Override
        public boolean may(RefcountOperation operation) {
            return held > 0 || !(operation instanceof Get || operation instanceof Put);
        }

        @Override
        public RefcountResponse perform(RefcountOperation operation) {
            return switch (operation) {
                case Get _ -> {
                    refcount_inc(count);
                    held++;
                    yield new Taken();
                }
                case GetUnlessZero _ -> {
                    boolean taken = refcount_inc_not_zero(count);
                    held += taken ? 1 : 0;
                    yield taken ? new Taken() : new Refused();
                }
                case Put _ -> {
                    held--;
                    yield refcount_dec_and_test(count) ? new Last() : new Remaining();
                }
                case Read _ -> new Count(refcount_read(count));
            };
        }
    }

    /// A value that knows which task dropped it.
    private static final class Dropped extends Struct implements Drop {

        @Var
        private int by = -1;

        @Override
        public void drop() {
            by = Machine.current().task();
        }
    }

    /// The same with an `Arc`, whose count nobody can read.
    private static final class ArcHolder implements Performer<RefcountOperation, RefcountResponse> {

        private final Dropped value;
        private final Weak<Dropped> weak;
        private final ArrayDeque<Arc<Dropped>> held;

        ArcHolder(Arc<Dropped> first) {
            this.value = first.get();
            this.weak = first.downgrade();
            this.held = new ArrayDeque<>(List.of(first));
        }

        @Override
        public boolean may(RefcountOperation operation) {
            return operation instanceof GetUnlessZero || !(operation instanceof Read || held.isEmpty());
        }

        @Override
        public RefcountResponse perform(RefcountOperation operation) {
            return switch (operation) {
                case Get _ -> {
                    held.add(held.getLast().cloned());
                    yield new Taken();
                }
                case GetUnlessZero _ -> {
                    Arc<Dropped> upgraded = weak.upgrade();
                    if (upgraded == null) {
                        yield new Refused();
                    }
                    held.add(upgraded);
                    yield new Taken();
                }
                case Put _ -> {
                    held.removeLast().drop();
                    yield value.by == Machine.current().task() ? new Last() : new Remaining();
                }
                case Read _ -> throw new IllegalStateException("An Arc does not tell its count.");
            };
        }
    }

    /// Reads the count, lets others go, and writes it.
    private static final class CarelessHolder implements Performer<RefcountOperation, RefcountResponse> {

        private final Machine machine;
        private final int[] count;

        @Var
        private int held = 1;

        CarelessHolder(Machine machine, int[] count) {
            this.machine = machine;
            this.count = count;
        }

        @Override
        public boolean may(RefcountOperation operation) {
            return held > 0 || !(operation instanceof Get || operation instanceof Put);
        }

        @Override
        public RefcountResponse perform(RefcountOperation operation) {
            machine.point();
            int before = count[0];
            machine.point();
            return switch (operation) {
                case Get _ -> take(before);
                case GetUnlessZero _ -> before == 0 ? new Refused() : take(before);
                case Put _ -> {
                    held--;
                    count[0] = before - 1;
                    yield before == 1 ? new Last() : new Remaining();
                }
                case Read _ -> new Count(before);
            };
        }

        private RefcountResponse take(int before) {
            held++;
            count[0] = before + 1;
            return new Taken();
        }
    }

    /// A process that holds its guard for a while after it was granted access.
    private static final class Visitor implements Performer<RevocableOperation, RevocableResponse> {

        private final Machine machine;
        private final Revocable<String> revocable;

        @Var
        private Revocable.@Nullable Guard<String> guard;

        Visitor(Machine machine, Revocable<String> revocable) {
            this.machine = machine;
            this.revocable = revocable;
        }

        @Override
        public boolean may(RevocableOperation operation) {
            return true;
        }

        @Override
        public RevocableResponse perform(RevocableOperation operation) {
            return switch (operation) {
                case TryAccess _ -> {
                    guard = revocable.try_access();
                    yield guard == null ? RevocableResponse.GONE : RevocableResponse.GRANTED;
                }
                case Revoke _ -> revocable.revoke() ? RevocableResponse.REVOKED : RevocableResponse.ALREADY_REVOKED;
            };
        }

        @Override
        public void after() {
            machine.point();
            if (guard != null) {
                guard.close();
                guard = null;
            }
        }
    }

    /// Looks whether it is available, lets others go, and revokes.
    private static final class CarelessRevoker implements Performer<RevocableOperation, RevocableResponse> {

        private final Machine machine;
        private final boolean[] available;

        CarelessRevoker(Machine machine, boolean[] available) {
            this.machine = machine;
            this.available = available;
        }

        @Override
        public boolean may(RevocableOperation operation) {
            return true;
        }

        @Override
        public RevocableResponse perform(RevocableOperation operation) {
            machine.point();
            boolean before = available[0];
            return switch (operation) {
                case TryAccess _ -> before ? RevocableResponse.GRANTED : RevocableResponse.GONE;
                case Revoke _ -> {
                    machine.point();
                    available[0] = false;
                    yield before ? RevocableResponse.REVOKED : RevocableResponse.ALREADY_REVOKED;
                }
            };
        }
    }

    @Provide
    Arbitrary<List<List<RefcountOperation>>> counting() {
        return programs(Arbitraries.of(new Get(), new GetUnlessZero(), new Put(), new Put(), new Read()));
    }

    @Provide
    Arbitrary<List<List<RevocableOperation>>> revoking() {
        return programs(Arbitraries.of(new TryAccess(), new TryAccess(), new Revoke()));
    }

    private static <O> Arbitrary<List<List<O>>> programs(Arbitrary<O> operation) {
        return operation.list().ofMinSize(1).ofMaxSize(5).list().ofMinSize(2).ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> strategies() {
        return Arbitraries.of("random", "pct(1)", "pct(2)", "pct(3)");
    }
}
