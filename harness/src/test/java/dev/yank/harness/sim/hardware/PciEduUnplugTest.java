package dev.yank.harness.sim.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PciEduUnplugTest {
    private final EduBench bench = new EduBench();
    private final PciEdu edu = bench.edu;

    @BeforeEach
    void enable() {
        bench.command(EduBench.MEMORY | EduBench.MASTER);
    }

    @Test
    void registersAndConfigurationSpaceReadAllOnes() {
        edu.unplug();

        assertThat(bench.read(0x00)).isEqualTo(0xffff_ffffL);
        assertThat(bench.read(0x20) & 1).as("the busy bit seems set for ever").isEqualTo(1);
        assertThat(edu.read(0x80, 8)).isEqualTo(-1);
        assertThat(edu.read(0x04, 1)).isEqualTo(0xff);
        assertThat(edu.config().read(0x00, 2)).isEqualTo(0xffff);
        assertThat(edu.config().read(0x10, 4)).isEqualTo(0xffff_ffffL);
    }

    @Test
    void writesAreDropped() {
        edu.unplug();
        bench.command(EduBench.MEMORY | EduBench.MASTER);
        bench.enableMsi();
        bench.write(0x60, 1);
        bench.write(0x08, 5);
        bench.transfer(0x40000, MappedMemory.START, 4, 7);

        assertThat(bench.clock.waiting()).isZero();
        assertThat(bench.messages).isZero();
        assertThat(bench.pin.high()).isFalse();
        assertThat(edu.config().memoryEnabled()).isFalse();
        assertThat(edu.config().msiEnabled()).isFalse();
    }

    @Test
    void softwareIsNotBlamedForWhatItCannotKnow() {
        edu.unplug();
        bench.read(0x0c);
        bench.write(0x00, 1);
        edu.read(0x00, 1);
        edu.config().read(0x01, 4);

        assertThat(bench.log.sentences()).isEmpty();
    }

    @Test
    void aTransferInFlightNeverCompletes() {
        bench.memory.bytes[0] = 7;
        bench.transfer(0x40000, MappedMemory.START, 4, 7);
        edu.unplug();
        bench.clock.advance(PciEdu.DMA_NANOS);

        assertThat(bench.clock.waiting()).isZero();
        assertThat(bench.memory.bytes[0]).isEqualTo((byte) 7);
        assertThat(bench.pin.rises()).isZero();
        assertThat(bench.log.sentences()).isEmpty();
    }

    @Test
    void aFactorialInFlightNeverCompletes() {
        bench.write(0x20, 0x80);
        bench.write(0x08, 5);
        edu.unplug();
        bench.clock.advance(PciEdu.FACTORIAL_NANOS);

        assertThat(bench.pin.rises()).isZero();
    }

    @Test
    void anAssertedPinIsReleased() {
        bench.write(0x60, 1);
        edu.unplug();

        assertThat(bench.pin.high()).isFalse();
    }

    @Test
    void aNewDeviceRemembersNothing() {
        bench.memory.bytes[0] = 7;
        bench.transfer(MappedMemory.START, 0x40000, 1, 1);
        bench.clock.advance(PciEdu.DMA_NANOS);
        bench.write(0x04, 0x1234);
        bench.write(0x60, 1);
        edu.unplug();
        edu.plug();

        assertThat(edu.config().read(0x00, 4)).isEqualTo(0x11e8_1234L);
        assertThat(edu.config().memoryEnabled()).isFalse();
        bench.command(EduBench.MEMORY | EduBench.MASTER);
        assertThat(bench.read(0x00)).isEqualTo(0x0100_00edL);
        assertThat(bench.read(0x04)).isZero();
        assertThat(bench.read(0x24)).isZero();
        bench.transfer(0x40000, MappedMemory.START, 1, 3);
        bench.clock.advance(PciEdu.DMA_NANOS);
        assertThat(bench.memory.bytes[0]).as("the buffer is new").isZero();
    }

    @Test
    void resetOfAnEmptySlotDoesNothing() {
        edu.unplug();
        edu.reset();

        assertThat(edu.config().read(0x00, 4)).isEqualTo(0xffff_ffffL);
        assertThat(edu.plugged()).isFalse();
    }

    @Test
    void pluggingTwiceAndUnpluggingTwiceAreRefused() {
        assertThatIllegalStateException().isThrownBy(edu::plug);
        edu.unplug();
        assertThatIllegalStateException().isThrownBy(edu::unplug);
    }
}
