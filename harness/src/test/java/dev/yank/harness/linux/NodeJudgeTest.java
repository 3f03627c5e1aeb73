package dev.yank.harness.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// One history for each rule that is broken, and the likeliest mistakes of a judge.
final class NodeJudgeTest {

    private static final int ENODEV = -19;
    private static final int EINTR = -4;
    private static final int HANG_UP = 24;

    private static Runs opened() {
        return new Runs().did(0, "open chip", 0, 0, 0, 10, 0);
    }

    @Test
    void filesOfADeadDeviceThatAnswerNoDeviceConform() {
        assertThat(opened().did(0, "chip take-high 1", 0, 1, 20, 30, 0)
                        .did(0, "line get", 1, 0, 40, 50, 1)
                        .did(1, "unbind", 0, 0, 60, 90, 0)
                        .did(0, "line get", 1, 0, 70, 80, ENODEV)
                        .did(0, "chip info", 0, 0, 100, 110, ENODEV)
                        .did(0, "chip poll", 0, 0, 120, 130, HANG_UP)
                        .did(1, "bind", 0, 0, 140, 150, 0)
                        .did(0, "chip info", 0, 0, 160, 170, ENODEV)
                        .did(0, "chip close", 0, 0, 180, 190, 0)
                        .did(0, "open chip", 0, 2, 200, 210, 0)
                        .did(0, "chip info", 2, 0, 220, 230, 8)
                        .rules())
                .isEmpty();
    }

    @Test
    void aCallThatBeginsAfterRemovalAndSucceedsBreaksR20() {
        assertThat(opened().did(1, "unbind", 0, 0, 20, 30, 0)
                        .did(0, "chip info", 0, 0, 40, 50, 8)
                        .rules())
                .containsExactly("R20");
    }

    @Test
    void aCallThatOverlapsRemovalMaySucceed() {
        assertThat(opened().did(1, "unbind", 0, 0, 20, 45, 0)
                        .did(0, "chip info", 0, 0, 40, 50, 8)
                        .rules())
                .isEmpty();
    }

    /// The namespaces of an NVMe controller go before the controller does.
    @Test
    void aDeviceWithSeveralNodesGoesNodeByNode() {
        Runs going = new Runs("nvme")
                .did(0, "open namespace", 0, 1, 0, 10, 0)
                .did(1, "open controller", 0, 2, 0, 10, 0)
                .did(2, "unbind", 0, 0, 20, 90, 0)
                .did(0, "namespace flush", 1, 0, 30, 40, ENODEV)
                .did(1, "controller features", 2, 0, 50, 60, 0);
        assertThat(going.rules()).isEmpty();
        assertThat(going.did(1, "controller features", 2, 0, 100, 110, 0).rules())
                .contains("R20");
    }

    @Test
    void aDeviceWithOneNodeGoesAtOnce() {
        assertThat(opened().did(1, "open chip", 0, 1, 0, 10, 0)
                        .did(2, "unbind", 0, 0, 20, 90, 0)
                        .did(0, "chip info", 0, 0, 30, 40, ENODEV)
                        .did(1, "chip info", 1, 0, 50, 60, 8)
                        .rules())
                .containsExactly("L1");
    }

    @Test
    void aFileThatWasToldOfItsDeathAndRevivesBreaksR37() {
        assertThat(opened().did(1, "unbind", 0, 0, 20, 30, 0)
                        .did(0, "chip info", 0, 0, 40, 50, ENODEV)
                        .did(1, "bind", 0, 0, 60, 70, 0)
                        .did(0, "chip info", 0, 0, 80, 90, 8)
                        .rules())
                .containsExactly("R37");
    }

    @Test
    void aReaderThatRemovalDoesNotWakeBreaksR22AndRemovalThatWaitsForItR29() {
        var run = opened().hung(0, "chip read", 0, 20, 500_000, EINTR)
                .hung(1, "unbind", 0, 1000, 500_100, 0)
                .hung(2, "open chip", 0, 2000, 500_050, ENODEV);
        assertThat(run.rules()).containsExactly("R22", "R29");
        assertThat(NodeJudge.judge(run.history(), List.of("process 0, operation 1"))
                        .getFirst()
                        .evidence())
                .containsExactly("process 0, operation 1");
    }

    @Test
    void aReaderWhomASignalWakesJustWhenRemovalBeginsIsNotAccused() {
        assertThat(opened().hung(0, "chip read", 0, 20, 500_000, EINTR)
                        .hung(2, "chip read", 0, 30, 500_400, EINTR)
                        .did(1, "unbind", 0, 0, 500_100, 500_900, 0)
                        .rules())
                .isEmpty();
    }

    @Test
    void aFileThatIsClosedWhileSomebodyUsesItIsLetGoWhenTheyAreThrough() {
        assertThat(opened().did(0, "chip info", 0, 0, 20, 80, ENODEV)
                        .did(1, "chip close", 0, 0, 30, 40, 0)
                        .did(2, "unbind", 0, 0, 50, 90, 0)
                        .rules())
                .isEmpty();
    }

    @Test
    void aReaderThatSleepsWithoutAnyRemovalIsNotAccused() {
        assertThat(opened().hung(0, "chip read", 0, 20, 500_000, EINTR).rules()).isEmpty();
    }

    @Test
    void aPollerThatRemovalDoesNotWakeBreaksR32() {
        assertThat(opened().hung(0, "chip poll-wait", 0, 20, 500_000, HANG_UP)
                        .did(1, "unbind", 0, 0, 1000, 2000, 0)
                        .rules())
                .containsExactly("R32");
    }

    @Test
    void aPollerWhomRemovalDoesNotComeToWakeBecauseItWaitsForAReaderIsNotAccused() {
        assertThat(opened().hung(0, "chip poll-wait", 0, 20, 500_000, HANG_UP)
                        .hung(2, "chip read", 0, 30, 500_000, EINTR)
                        .hung(1, "unbind", 0, 1000, 500_100, 0)
                        .rules())
                .containsExactly("R22", "R29");
        assertThat(opened().hung(0, "chip poll-wait", 0, 20, 500_000, HANG_UP)
                        .hung(1, "unbind", 0, 1000, 500_100, 0)
                        .rules())
                .containsExactly("R29", "R32");
    }

    @Test
    void aPollThatShowsNothingOnADeadFileBreaksR32() {
        assertThat(opened().did(1, "unbind", 0, 0, 20, 30, 0)
                        .did(0, "chip poll", 0, 0, 40, 50, 0)
                        .rules())
                .containsExactly("R32");
    }

    @Test
    void aCloseThatFailsOrHangsBreaksR33() {
        assertThat(opened().did(1, "unbind", 0, 0, 20, 30, 0)
                        .did(0, "chip close", 0, 0, 40, 50, -5)
                        .rules())
                .containsExactly("R33");
        assertThat(opened().did(1, "unbind", 0, 0, 20, 30, 0)
                        .pending(0, "chip close", 0, 40)
                        .rules())
                .containsExactly("R33");
    }

    @Test
    void aCallThatRemovalDidNotWaitForAndThatHangsBreaksR21() {
        assertThat(opened().pending(0, "chip info", 0, 15)
                        .did(1, "unbind", 0, 0, 20, 30, 0)
                        .rules())
                .containsExactly("R21");
    }

    @Test
    void anOpenThatSucceedsAfterSomebodySawTheDeviceDeadBreaksR31() {
        assertThat(opened().did(1, "unbind", 0, 0, 20, 900, 0)
                        .did(0, "chip info", 0, 0, 40, 50, ENODEV)
                        .did(2, "open chip", 0, 1, 60, 70, 0)
                        .rules())
                .containsExactly("R31");
    }

    @Test
    void aFileOpenedDuringRemovalThatStaysAliveBreaksR31() {
        assertThat(new Runs()
                        .did(1, "unbind", 0, 0, 20, 50, 0)
                        .did(2, "open chip", 0, 1, 30, 60, 0)
                        .did(2, "chip info", 1, 0, 70, 80, 8)
                        .rules())
                .containsExactly("R31");
    }

    @Test
    void aLevelThatNobodySetBreaksLinearizability() {
        assertThat(opened().did(0, "chip take-high 1", 0, 1, 20, 30, 0)
                        .did(0, "line get", 1, 0, 40, 50, 0)
                        .rules())
                .containsExactly("L1");
    }

    @Test
    void aLineThatTwoFilesHaveAtOnceBreaksLinearizability() {
        assertThat(opened().did(0, "chip take-high 1", 0, 1, 20, 30, 0)
                        .did(0, "chip take-low 1", 0, 2, 40, 50, 0)
                        .rules())
                .containsExactly("L1");
    }

    @Test
    void aSetThatWasNeverAnsweredMayHaveHappenedOrNot() {
        var run = opened().did(0, "chip take-high 1", 0, 1, 20, 30, 0)
                .pending(2, "line set-low", 1, 35)
                .did(0, "line get", 1, 0, 40, 50, 1)
                .did(0, "line get", 1, 0, 60, 70, 0);
        assertThat(NodeJudge.judge(run.history(), List.of()).stream()
                        .map(one -> one.rule().text()))
                .doesNotContain("L1");
    }

    @Test
    void rulesCountAsPutToTheTestOnlyWhereTheyWere() {
        var counts = NodeJudge.witnesses(opened().did(1, "unbind", 0, 0, 20, 30, 0)
                .did(0, "chip info", 0, 0, 40, 50, ENODEV)
                .history());
        assertThat(counts).containsEntry("R20", 1).containsEntry("R29", 1).doesNotContainKeys("R22", "R31", "R33");
    }
}
