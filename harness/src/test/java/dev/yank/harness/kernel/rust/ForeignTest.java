package dev.yank.harness.kernel.rust;

import static dev.yank.harness.kernel.rust.KBox.kbox_new;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.kernel.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ForeignTest {

    private static Foreign<Arc<Value>> given(Value value) {
        return Objects.requireNonNull(Foreign.into_foreign(ForeignOwnable.pointer(), Arc.arc_new(value)));
    }

    @Test
    void whatIsTakenBackIsWhatWasGiven() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var value = new Value();
                    Arc<Value> arc = Objects.requireNonNull(Arc.arc_new(value));
                    Foreign<Arc<Value>> pointer =
                            Objects.requireNonNull(Foreign.into_foreign(ForeignOwnable.pointer(), arc));
                    try (var borrowed = pointer.borrow()) {
                        assertThat(borrowed.get()).isSameAs(arc);
                    }
                    assertThat(pointer.from_foreign()).isSameAs(arc);
                    arc.drop();
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void aValueWithoutContentHasAPointerToo() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Foreign<Unit> pointer = Objects.requireNonNull(Foreign.into_foreign(Unit.foreign(), new Unit()));
                    assertThat(pointer.from_foreign()).isEqualTo(new Unit());
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void takingBackTwiceIsNoticed() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Foreign<Arc<Value>> pointer = given(new Value());
                    pointer.from_foreign();
                    stage.task("two", pointer::from_foreign);
                })
                .alwaysFind("R15: two took back what had been taken back before.");
    }

    @Test
    void whatWasBorrowedIsNotUsedAfterItWasGivenBack() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Foreign<Arc<Value>> pointer = given(new Value());
                    stage.task("reader", () -> {
                        var borrowed = pointer.borrow();
                        borrowed.close();
                        borrowed.get();
                    });
                })
                .alwaysFind("R26: reader used what it had got from Foreign after it had given that back.");
    }

    @Test
    void twoMayLookAndOneMayChange() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Foreign<Arc<Value>> pointer = given(new Value());
                    stage.task("one", () -> pointer.borrow().close());
                    stage.task("two", () -> pointer.borrow().close());
                    stage.afterwards(() -> {
                        pointer.borrow_mut().close();
                        pointer.from_foreign().drop();
                    });
                })
                .findNothing();
    }

    @Test
    void changingWhileAnotherLooksIsNoticed() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Foreign<Arc<Value>> pointer = given(new Value());
                    stage.task("one", () -> {
                        try (var borrowed = pointer.borrow()) {
                            borrowed.get().get().use();
                        }
                    });
                    stage.task("two", () -> pointer.borrow_mut().close());
                })
                .sometimesFind("R16: two borrowed an object mutably while others borrowed it.");
    }

    @Test
    void privateDataIsBorrowedByItsTypeAndTakenBackOnce() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    var value = new Value();
                    KBox<Value> box = Objects.requireNonNull(kbox_new(value));
                    assertThat(Drvdata.drvdata_obtain(dev, Value.class)).isNull();
                    Drvdata.set_drvdata(dev, Value.class, box);
                    try (var borrowed = Drvdata.drvdata_borrow(dev, Value.class)) {
                        assertThat(Objects.requireNonNull(borrowed).get()).isSameAs(box);
                    }
                    Drvdata.drvdata_borrow_mut(dev, Value.class).close();
                    Objects.requireNonNull(Drvdata.drvdata_obtain(dev, Value.class))
                            .drop();
                    assertThat(value.drops()).isEqualTo(1);
                    assertThat(value.isFreed()).isTrue();
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void privateDataOfAnotherTypeIsNoticed() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    Drvdata.set_drvdata(dev, Value.class, Objects.requireNonNull(kbox_new(new Value())));
                    stage.task("driver", () -> Drvdata.drvdata_borrow(dev, String.class));
                })
                .alwaysFind("R14: driver asked thing for private data of another type than was set: String to Value.");
    }

    @Test
    void aScopeGuardCleansUpOnceUnlessItIsDismissed() {
        EVERY_SCHEDULE
                .of(stage -> {
                    List<String> cleaned = new ArrayList<>();
                    try (var guard = ScopeGuard.new_with_data("data", cleaned::add)) {
                        assertThat(guard.get()).isEqualTo("data");
                    }
                    assertThat(cleaned).containsExactly("data");
                    try (var guard = ScopeGuard.new_with_data("kept", cleaned::add)) {
                        assertThat(guard.dismiss()).isEqualTo("kept");
                    }
                    assertThat(cleaned).containsExactly("data");
                })
                .findNothing();
    }
}
