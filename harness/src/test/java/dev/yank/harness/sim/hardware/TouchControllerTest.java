package dev.yank.harness.sim.hardware;

import static dev.yank.harness.sim.hardware.TouchController.FIRMWARE;
import static dev.yank.harness.sim.hardware.TouchController.TOUCHED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TouchControllerTest {

    private final RecordingLine line = new RecordingLine();
    private final RecordingLog log = new RecordingLog();
    private final TouchController controller = new TouchController(line, log);

    @Test
    void latchesWhereAFingerComesDownUntilThatIsRead() {
        controller.power(1);
        controller.touch(2, 1);
        controller.touch(5, 1);
        assertThat(line.high()).isTrue();
        assertThat(controller.read(TOUCHED)).isEqualTo(1 << 2 | 1 << 5);
        assertThat(line.high()).isFalse();
        assertThat(controller.read(TOUCHED)).isZero();
    }

    @Test
    void findsTheFingersThatAreDownWhenItIsPoweredUp() {
        controller.touch(1, 1);
        controller.touch(4, 1);
        controller.touch(4, 0);
        assertThat(line.high()).isFalse();
        controller.power(1);
        assertThat(line.high()).isTrue();
        assertThat(controller.read(TOUCHED)).isEqualTo(1 << 1);
    }

    @Test
    void forgetsWhatWasLatchedWhenPowerGoes() {
        controller.power(1);
        controller.touch(3, 1);
        controller.touch(3, 0);
        controller.power(0);
        assertThat(line.high()).isFalse();
        controller.power(1);
        assertThat(controller.read(TOUCHED)).isZero();
        assertThat(controller.read(FIRMWARE)).isPositive();
    }

    @Test
    void showsRegistersWithPowerOnlyAndClearsNothingByShowingThem() {
        controller.touch(0, 1);
        assertThat(controller.registers()).isEmpty();
        controller.power(1);
        assertThat(controller.registers()).contains(new RegisterValue(TOUCHED, 1, "touched", 1));
        assertThat(controller.read(TOUCHED)).isEqualTo(1);
    }

    @Test
    void anUnknownRegisterIsTheGuestsError() {
        assertThat(controller.read(0x7f)).isZero();
        assertThat(log.sentences()).hasSize(1);
    }
}
