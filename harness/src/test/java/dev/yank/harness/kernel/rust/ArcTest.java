package dev.yank.harness.kernel.rust;

import static dev.yank.harness.kernel.rust.Arc.arc_new;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ArcTest {

    @Test
    void theValueIsDroppedAndFreedOnceWithItsLastReference() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var value = new Value();
                    Arc<Value> first = arc_new(value);
                    Arc<Value> second = first.cloned();
                    assertThat(second.get()).isSameAs(value);
                    stage.task("one", () -> {
                        first.get().use();
                        first.drop();
                    });
                    stage.task("two", () -> {
                        second.get().use();
                        second.drop();
                    });
                    stage.afterwards(() -> {
                                assertThat(value.drops()).isEqualTo(1);
                                assertThat(value.isFreed()).isTrue();
                            })
                            .audited();
                })
                .findNothing();
    }

    /// The destructor runs with the last strong reference, the memory goes with the last weak one.
    @Test
    void aWeakReferenceKeepsTheMemoryButNotTheValue() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var value = new Value();
                    Arc<Value> strong = arc_new(value);
                    Weak<Value> weak = strong.downgrade();
                    strong.drop();
                    assertThat(value.drops()).isEqualTo(1);
                    assertThat(value.isFreed()).isFalse();
                    assertThat(weak.upgrade()).isNull();
                    weak.drop();
                    assertThat(value.isFreed()).isTrue();
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void anUpgradeGivesALiveValueOrNone() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var value = new Value();
                    Arc<Value> strong = arc_new(value);
                    Weak<Value> weak = strong.downgrade();
                    stage.task("upgrader", () -> {
                        Arc<Value> upgraded = weak.upgrade();
                        stage.sees(upgraded == null ? "gone" : "alive");
                        if (upgraded != null) {
                            upgraded.get().use();
                            upgraded.drop();
                        }
                        weak.drop();
                    });
                    stage.task("holder", strong::drop);
                    stage.audited();
                })
                .findNothing()
                .sometimesSee("gone")
                .sometimesSee("alive");
    }

    @Test
    void aReferenceThatWasDroppedMustNotBeUsed() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Arc<Value> arc = arc_new(new Value());
                    arc.cloned();
                    arc.drop();
                    stage.task("a task", arc::get);
                })
                .alwaysFind("K1: a task: get of an Arc that was dropped.");
        EVERY_SCHEDULE
                .of(stage -> {
                    Arc<Value> arc = arc_new(new Value());
                    arc.drop();
                    stage.task("a task", arc::drop);
                })
                .alwaysFind("K1: a task: drop of an Arc that was dropped.");
        EVERY_SCHEDULE
                .of(stage -> {
                    Arc<Value> arc = arc_new(new Value());
                    Weak<Value> weak = arc.downgrade();
                    arc.drop();
                    weak.drop();
                    stage.task("a task", weak::drop);
                })
                .alwaysFind("R2: Refcount#2 was decremented by a task though it was 0");
    }

    @Test
    void aReferenceThatIsNeverDroppedIsALeak() {
        EVERY_SCHEDULE
                .of(stage -> {
                    arc_new(new Value()).cloned().drop();
                    stage.audited();
                })
                .alwaysFind("R5: Value is still there");
        EVERY_SCHEDULE
                .failing(1)
                .of(stage -> {
                    assertThat(arc_new(new Value())).isNull();
                    stage.audited();
                })
                .findNothing();
    }
}
