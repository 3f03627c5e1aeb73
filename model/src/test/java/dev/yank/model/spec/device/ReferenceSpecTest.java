package dev.yank.model.spec.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.Entry;
import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.linearize.LinearizabilityResult;
import dev.yank.model.rule.Errno;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import dev.yank.model.spec.device.ReferenceOperation.Downgrade;
import dev.yank.model.spec.device.ReferenceOperation.Upgrade;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReferenceSpecTest {

    private static final Handle STRONG = new Handle(0, 0);
    private static final Handle WEAK = new Handle(0, 1);
    private static final Handle NEW = new Handle(0, 2);
    private static final Unplug REMOVE = new Unplug(0, Removal.ORDERLY);
    private static final Response DONE = Response.done(0);
    private static final Response ENXIO = Response.failed(Errno.ENXIO);
    private static final Response EBADF = Response.failed(Errno.EBADF);

    private final ReferenceSpec spec = new ReferenceSpec(Faults.NONE);

    /// The only answer to the last of these operations, one after the other.
    private Response answer(DeviceOperation... operations) {
        @Var References state = spec.initial();
        @Var Response last = DONE;
        for (DeviceOperation operation : operations) {
            List<Effect<References, Response>> effects = spec.effects(state, operation);
            assertThat(effects).as(operation.f()).hasSize(1);
            state = effects.getFirst().next();
            last = effects.getFirst().response();
        }
        return last;
    }

    @Test
    void modelsExpectedSemantics() {
        assertThat(answer(new Open(STRONG))).isEqualTo(ENXIO);
        assertThat(answer(new Probe(0), new Probe(0))).isEqualTo(Response.failed(Errno.EBUSY));
        assertThat(answer(REMOVE)).isEqualTo(Response.failed(Errno.ENODEV));
        assertThat(answer(new Probe(0), new Open(STRONG), new Read(STRONG))).isEqualTo(Response.done(1));
        assertThat(answer(new Probe(0), new Open(STRONG), new Downgrade(STRONG, 1), new Read(WEAK)))
                .isEqualTo(EBADF);
        assertThat(answer(new Probe(0), new Open(STRONG), new Poll(STRONG))).isEqualTo(Response.failed(Errno.EINVAL));
        assertThat(answer(new Upgrade(WEAK, 2))).isEqualTo(EBADF);
        assertThat(answer(new Probe(0), new Open(STRONG), new Upgrade(STRONG, 2)))
                .isEqualTo(EBADF);
    }

    @Test
    void anUpgradeSucceedsWhileTheTableOrAProcessHoldsTheObject() {
        assertThat(answer(
                        new Probe(0),
                        new Open(STRONG),
                        new Downgrade(STRONG, 1),
                        new Close(STRONG),
                        new Upgrade(WEAK, 2)))
                .isEqualTo(DONE);
        assertThat(answer(new Probe(0), new Open(STRONG), new Downgrade(STRONG, 1), REMOVE, new Upgrade(WEAK, 2)))
                .isEqualTo(DONE);
    }

    @Test
    void anUpgradeIsRefusedOnceNobodyHoldsTheObject() {
        assertThat(answer(
                        new Probe(0),
                        new Open(STRONG),
                        new Downgrade(STRONG, 1),
                        new Close(STRONG),
                        REMOVE,
                        new Upgrade(WEAK, 2)))
                .isEqualTo(ENXIO);
    }

    @Test
    void aNewObjectUnderTheSameNameIsAnotherOne() {
        assertThat(answer(
                        new Probe(0),
                        new Open(STRONG),
                        new Downgrade(STRONG, 1),
                        new Close(STRONG),
                        REMOVE,
                        new Probe(0),
                        new Upgrade(WEAK, 2)))
                .isEqualTo(ENXIO);
    }

    @Test
    void aCloneIsOfTheKindOfItsOriginal() {
        assertThat(answer(new Probe(0), new Open(STRONG), new CloneReference(STRONG, 2), new Read(NEW)))
                .isEqualTo(Response.done(1));
        assertThat(answer(
                        new Probe(0),
                        new Open(STRONG),
                        new Downgrade(STRONG, 1),
                        new CloneReference(WEAK, 2),
                        new Read(NEW)))
                .isEqualTo(EBADF);
    }

    @Test
    void aHandleThatNamesAReferenceCannotNameAnother() {
        References state = spec.effects(spec.initial(), new Probe(0)).getFirst().next();
        References opened = spec.effects(state, new Open(STRONG)).getFirst().next();
        assertThat(spec.effects(opened, new Open(STRONG))).isEmpty();
        assertThat(spec.effects(opened, new CloneReference(STRONG, 0))).isEmpty();
    }

    @Test
    void onlyInsertingMayFailForWantOfMemory() {
        var faulty = new ReferenceSpec(Faults.INJECTED);
        assertThat(faulty.effects(faulty.initial(), new Probe(0)))
                .extracting(Effect::response)
                .containsExactly(DONE, Response.failed(Errno.ENOMEM));
    }

    @Test
    void acceptsValidHistories() {
        assertThat(check(entry(0, new Close(STRONG), DONE, 10, 13), entry(1, new Upgrade(WEAK, 2), DONE, 11, 12)))
                .isInstanceOf(LinearizabilityResult.Linearizable.class);
        assertThat(check(entry(0, new Close(STRONG), DONE, 10, 13), entry(1, new Upgrade(WEAK, 2), ENXIO, 11, 12)))
                .isInstanceOf(LinearizabilityResult.Linearizable.class);
    }

    @Test
    void rejectsInvalidHistories() {
        assertThat(check(entry(0, new Close(STRONG), DONE, 10, 11), entry(1, new Upgrade(WEAK, 2), DONE, 12, 13)))
                .isInstanceOf(LinearizabilityResult.NotLinearizable.class);
        assertThat(check(entry(1, new Upgrade(WEAK, 2), ENXIO, 10, 11), entry(0, new Close(STRONG), DONE, 12, 13)))
                .isInstanceOf(LinearizabilityResult.NotLinearizable.class);
    }

    /// A strong and a weak reference to an object that is out of its table, and then this.
    private LinearizabilityResult<DeviceOperation, Response> check(
            Entry<DeviceOperation, Response> one, Entry<DeviceOperation, Response> another) {
        List<Entry<DeviceOperation, Response>> all = new ArrayList<>(List.of(
                entry(2, new Probe(0), DONE, 0, 1),
                entry(2, new Open(STRONG), DONE, 2, 3),
                entry(2, new Downgrade(STRONG, 1), DONE, 4, 5),
                entry(2, REMOVE, DONE, 6, 7)));
        all.add(one);
        all.add(another);
        return LinearizabilityChecker.check(spec, all, new Limits(10_000));
    }

    private static Entry<DeviceOperation, Response> entry(
            int process, DeviceOperation operation, Response response, int invoked, int completed) {
        return new Entry<>(process, operation, response, invoked, completed);
    }
}
