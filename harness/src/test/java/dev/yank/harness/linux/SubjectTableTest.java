package dev.yank.harness.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.harness.linux.Action.Effect;
import dev.yank.harness.linux.Subject.Openings;
import dev.yank.harness.linux.guest.AgentOperation.Code;
import dev.yank.harness.run.HarnessFailure;
import dev.yank.model.rule.DeadAnswer;
import dev.yank.model.spec.node.NodeOperation.Belonging;
import dev.yank.model.spec.node.NodeOperation.Distance;
import org.junit.jupiter.api.Test;

final class SubjectTableTest {

    private static final String TABLE = """
        # says something to people
        policy\tP1=EIO
        openings\tone
        belonging\tnode
        string\tnode\t/dev/thing
        string\tunbind\t/sys/unbind
        before\tplug it in\tHOST\t$node\t-
        open\topen thing\tOPEN\tthing\t$node\t2\tEBUSY\tENOENT ENXIO
        sleep\tthing poll\tPOLL\tthing\t-1\t1\tIN\tERR|HUP
        use\tthing reset\tIOCTL\tthing\t0\t0x4e44\tok 102\tEIO
        remove\tunplug\tSYSFS\tunplugged\t$unbind\t$node
        """;

    @Test
    void aTableSaysAllThatASubjectIs() {
        Subject subject = SubjectTable.parse("thing", TABLE);
        assertThat(subject.policy().deadAnswer()).isEqualTo(DeadAnswer.EIO);
        assertThat(subject.openings()).isEqualTo(Openings.ONE);
        assertThat(subject.strings()).containsExactly("/dev/thing", "/sys/unbind");
        assertThat(subject.preparation()).singleElement().satisfies(action -> {
            assertThat(action.code()).isEqualTo(Code.HOST);
            assertThat(action.argument()).isZero();
        });
        assertThat(subject.action("open thing")).satisfies(open -> {
            assertThat(open.makes()).isEqualTo("thing");
            assertThat(open.live()).containsExactly(-16);
            assertThat(open.dead()).containsExactly(-2, -6);
            assertThat(open.belonging()).isEqualTo(Belonging.NODE);
        });
        assertThat(subject.action("thing poll")).satisfies(poll -> {
            assertThat(poll.mayWait()).isTrue();
            assertThat(poll.live()).containsExactly(1);
            assertThat(poll.dead()).containsExactly(0x18);
        });
        assertThat(subject.action("thing reset").detail()).isEqualTo(0x4e44);
        assertThat(subject.action("thing reset").live()).containsExactly(0, -102);
        assertThat(subject.actions(Effect.REMOVE, Distance.UNPLUGGED))
                .singleElement()
                .satisfies(action -> assertThat(action.argument()).isEqualTo(1));
    }

    @Test
    void aLineThatMeansNothingIsNamed() {
        for (String line : new String[] {"opne\tx", "open\tx\tOPEN", "wait\tx\tAWAIT_NODE\t$nowhere\t1"}) {
            assertThatThrownBy(() -> SubjectTable.parse("thing", line))
                    .isInstanceOf(HarnessFailure.class)
                    .hasMessageContaining("table of thing means nothing: " + line);
        }
    }

    @Test
    void whateverASubjectGivesOutCanBeClosedAndWhateverTakesItAwayCanBeUndone() {
        assertThat(Subjects.all()).allSatisfy(subject -> {
            for (Action action : subject.actions()) {
                if (action.makesFile()) {
                    assertThat(subject.action(action.makes() + " close").effect())
                            .isEqualTo(Effect.CLOSE);
                }
                if (action.effect() == Effect.REMOVE) {
                    assertThat(subject.actions(Effect.RESTORE, action.distance()))
                            .isNotEmpty();
                }
            }
            assertThat(subject.strings()).allSatisfy(text -> assertThat(text).hasSizeLessThan(128));
        });
    }
}
