package dev.yank.model.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PolicyTest {

    @Test
    void readsEveryKnob() {
        Policy policy = Policy.parse("P1=EOF P2=IN|OUT|ERR|HUP P3=last-close P4=whole-object P5=no P6=windows"
                + " P7=SIGBUS P8=deliver-then-dead P11=new-instance-new-minor");
        assertThat(policy)
                .isEqualTo(new Policy(
                        DeadAnswer.EOF,
                        DeadPoll.IN_OUT_ERR_HUP,
                        RemoveWaitsFor.LAST_CLOSE,
                        Guarded.WHOLE_OBJECT,
                        GuardSleep.NO,
                        TeardownOrder.WINDOWS,
                        DeadMapping.SIGBUS,
                        QueuedEvents.DELIVER_THEN_DEAD,
                        Replug.NEW_MINOR));
    }

    @Test
    void takesTheDefaultForWhatIsLeftOut() {
        assertThat(Policy.parse("")).isEqualTo(Policy.DEFAULT);
        assertThat(Policy.parse("p1=enxio, P5=no").describe())
                .isEqualTo("P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=no P8=drop");
    }

    @Test
    void readsWhatItDescribes() {
        for (DeadAnswer deadAnswer : DeadAnswer.values()) {
            for (DeadPoll deadPoll : DeadPoll.values()) {
                Policy policy = new Policy(
                        deadAnswer,
                        deadPoll,
                        RemoveWaitsFor.LAST_CLOSE_WITH_REQUEST,
                        Guarded.RESOURCE,
                        GuardSleep.YES,
                        TeardownOrder.PCI_HOWTO,
                        DeadMapping.KEEP,
                        QueuedEvents.DROP,
                        Replug.NEW_MINOR);
                assertThat(Policy.parse(policy.toString())).isEqualTo(policy);
            }
        }
    }

    @Test
    void namesTheKnobTheValueAndWhatIsAllowed() {
        assertThatThrownBy(() -> Policy.parse("P4=everything"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("P4 cannot be 'everything'; write one of calls, resource, whole-object.");
        assertThatThrownBy(() -> Policy.parse("P5=no P5=yes"))
                .hasMessage("P5 is chosen twice in one policy; leave one of the two out.");
        assertThatThrownBy(() -> Policy.parse("P9=module"))
                .hasMessage("'P9=module' chooses no knob of a policy; write knob=value, with one of P1, P2, P3, P4,"
                        + " P5, P6, P7, P8, P11 as the knob.");
        assertThatThrownBy(() -> Policy.parse("ENODEV"))
                .hasMessageStartingWith("'ENODEV' chooses no knob of a policy;");
    }

    @Test
    void listsTwelveKnobsWithTheirAnswers() {
        assertThat(Knobs.all())
                .extracting(Knob::id)
                .containsExactly("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "P12");
        assertThat(Knobs.all()).allSatisfy(knob -> {
            assertThat(knob.answers()).hasSizeGreaterThan(1);
            assertThat(knob.answers()).extracting(Knob.Answer::text).doesNotHaveDuplicates();
            assertThat(knob.answers()).noneMatch(answer -> answer.whoSays().isBlank());
        });
    }

    @Test
    void showsTheMasksThatUserSpaceSees() {
        assertThat(DeadPoll.values())
                .extracting(DeadPoll::mask)
                .containsExactly(0x18, 0x28, 0x1A, 0x1D, 0x0F, 0xFFED, 0, 0x10);
    }

    @Test
    void knowsTheNumbersOfLinux() {
        assertThat(Errno.of(19)).isEqualTo(Errno.ENODEV);
        assertThat(Errno.of(6)).isEqualTo(Errno.ENXIO);
        for (Errno errno : Errno.values()) {
            assertThat(Errno.of(errno.number())).isEqualTo(errno);
        }
        for (int unknown : new int[] {0, -19, 41, 100_000}) {
            assertThatThrownBy(() -> Errno.of(unknown))
                    .hasMessage(unknown + " is not an error number known here; a call that fails answers a number of"
                            + " errno.h, such as 19 for ENODEV.");
        }
    }
}
