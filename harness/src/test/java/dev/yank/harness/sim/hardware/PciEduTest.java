package dev.yank.harness.sim.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Registers, the factorial unit and interrupts; DMA and unplugging have tests of their own.
final class PciEduTest {
    private static final long ONES = 0xffff_ffffL;

    private final EduBench bench = new EduBench();
    private final PciEdu edu = bench.edu;

    @BeforeEach
    void enable() {
        bench.command(EduBench.MEMORY | EduBench.MASTER);
    }

    @Test
    void identifiesItselfInConfigurationSpace() {
        assertThat(edu.config().read(0x00, 4)).isEqualTo(0x11e8_1234L);
        assertThat(edu.config().read(0x08, 4)).isEqualTo(0x00ff_0010L);
        assertThat(edu.config().read(0x3d, 1)).isEqualTo(1);
        edu.config().write(0x10, 4, ONES);
        assertThat(edu.config().read(0x10, 4)).isEqualTo(0xfff0_0000L);
        assertThat(edu.size()).isEqualTo(1 << 20);
    }

    @Test
    void identificationIsVersion1AndCannotBeWritten() {
        bench.write(0x00, 0);

        assertThat(bench.read(0x00)).isEqualTo(0x0100_00edL);
        assertThat(bench.log.sentences()).hasSize(1);
    }

    @Test
    void livenessAnswersTheComplement() {
        bench.write(0x04, 0x1234_5678L);

        assertThat(bench.read(0x04)).isEqualTo(0xedcb_a987L);
    }

    @Test
    void factorialOfZeroIsOne() {
        assertThat(factorial(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 120", "12, 479001600", "13, 1932053504", "33, 2147483648", "34, 0", "4294967295, 0"})
    void factorialIsModulo2ToThe32(long number, long expected) {
        assertThat(factorial(number)).isEqualTo(expected);
    }

    private long factorial(long number) {
        bench.write(0x08, number);
        bench.clock.advance(PciEdu.FACTORIAL_NANOS);
        return bench.read(0x08);
    }

    @Test
    void computingIsSetUntilTheFactorialIsDoneAndCannotBeWritten() {
        bench.write(0x08, 6);
        bench.write(0x20, 0);
        assertThat(bench.read(0x20)).isEqualTo(0x01);

        bench.clock.advance(PciEdu.FACTORIAL_NANOS - 1);
        assertThat(bench.read(0x20)).isEqualTo(0x01);

        bench.clock.advance(1);
        assertThat(bench.read(0x20)).isZero();

        bench.write(0x20, 0xff);
        assertThat(bench.read(0x20)).isEqualTo(0x80);
    }

    @Test
    void factorialWritesAreIgnoredWhileComputing() {
        bench.write(0x08, 4);
        bench.write(0x08, 5);
        assertThat(bench.clock.waiting()).isEqualTo(1);

        bench.clock.advance(PciEdu.FACTORIAL_NANOS);
        assertThat(bench.read(0x08)).isEqualTo(24);
    }

    @Test
    void factorialInterruptsOnlyWhenAskedTo() {
        factorial(3);
        assertThat(bench.read(0x24)).isZero();

        bench.write(0x20, 0x80);
        factorial(3);
        assertThat(bench.read(0x24)).isEqualTo(PciEdu.FACTORIAL_DONE);
        assertThat(bench.pin.high()).isTrue();
    }

    @Test
    void thePinIsReleasedWhenEveryCauseIsAcknowledged() {
        bench.write(0x60, 0x5);
        assertThat(bench.pin.high()).isTrue();
        assertThat(edu.config().intxPending()).isTrue();

        bench.write(0x64, 0x1);
        assertThat(bench.read(0x24)).isEqualTo(0x4);
        assertThat(bench.pin.high()).isTrue();

        bench.write(0x64, 0x4);
        assertThat(bench.pin.high()).isFalse();
        assertThat(edu.config().intxPending()).isFalse();
    }

    @Test
    void raisingNothingInterruptsOnlyIfSomethingIsPending() {
        bench.write(0x60, 0);
        assertThat(bench.pin.high()).isFalse();

        bench.enableMsi();
        bench.write(0x60, 1);
        bench.write(0x60, 0);
        assertThat(bench.messages).isEqualTo(2);
    }

    @Test
    void intxDisableHoldsThePinLowButNotThePendingBit() {
        bench.command(EduBench.MEMORY | EduBench.INTX_DISABLE);
        bench.write(0x60, 1);
        assertThat(bench.pin.high()).isFalse();
        assertThat(edu.config().intxPending()).isTrue();

        bench.command(EduBench.MEMORY);
        assertThat(bench.pin.high()).isTrue();
    }

    @Test
    void withMsiEachRaiseIsOneMessageAndThePinIsSilent() {
        bench.enableMsi();
        bench.write(0x60, 1);
        bench.write(0x60, 1);

        assertThat(bench.messages).isEqualTo(2);
        assertThat(bench.pin.rises()).isZero();
        assertThat(bench.read(0x24)).as("acknowledging is needed under MSI too").isEqualTo(1);
        bench.write(0x64, 1);
        assertThat(bench.read(0x24)).isZero();
    }

    @Test
    void enablingMsiReleasesThePin() {
        bench.write(0x60, 1);
        bench.enableMsi();

        assertThat(bench.pin.high()).isFalse();
        assertThat(edu.config().intxPending()).isFalse();
    }

    @Test
    void anMsiMessageNeedsBusMastering() {
        bench.enableMsi();
        bench.command(EduBench.MEMORY);
        bench.write(0x60, 1);

        assertThat(bench.messages).isZero();
        assertThat(bench.log.sentences())
                .containsExactly("The edu device sent no MSI message: bus mastering is off in its command register.");
    }

    @ParameterizedTest
    @CsvSource({"0x04, 1, 0xff", "0x04, 2, 0xffff", "0x04, 8, -1", "0x80, 2, 0xffff", "0x98, 1, 0xff"})
    void wrongWidthsReadAllOnesDropWritesAndAreReported(long offset, int bytes, long ones) {
        long before = bench.read(offset);
        edu.write(offset, bytes, 0x5a);

        assertThat(edu.read(offset, bytes)).isEqualTo(ones);
        assertThat(bench.read(offset)).isEqualTo(before);
        assertThat(bench.log.sentences()).hasSize(2).allMatch(sentence -> sentence.contains("not " + bytes));
    }

    @ParameterizedTest
    @CsvSource({"0x80", "0x88", "0x90"})
    void dmaRegistersTakeFourAndEightBytes(long offset) {
        edu.write(offset, 8, 0x1_2345_6789L);
        assertThat(edu.read(offset, 8)).isEqualTo(0x1_2345_6789L);
        assertThat(edu.read(offset, 4)).isEqualTo(0x2345_6789L);

        edu.write(offset, 4, 0xf_0000_0010L);
        assertThat(edu.read(offset, 8)).isEqualTo(0x10);
    }

    @ParameterizedTest
    @CsvSource({"0x0c", "0x60", "0x64", "0x84", "0x40000", "0xffffc", "0x100000", "-4"})
    void whatCannotBeReadAnswersAllOnesAndIsReported(long offset) {
        assertThat(bench.read(offset)).isEqualTo(ONES);
        assertThat(bench.log.sentences()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0x00", "0x24", "0x40000", "0x100000", "0x100000004"})
    void whatCannotBeWrittenIsDroppedAndReported(long offset) {
        bench.write(offset, 1);

        assertThat(bench.read(0x04)).isZero();
        assertThat(bench.read(0x24)).isZero();
        assertThat(bench.log.sentences()).hasSize(1);
    }

    @Test
    void withoutMemoryDecodingNobodyAnswers() {
        bench.command(0);
        bench.write(0x04, 0);
        assertThat(bench.read(0x00)).isEqualTo(ONES);
        assertThat(bench.log.sentences()).hasSize(2).allMatch(sentence -> sentence.contains("memory decoding"));

        bench.command(EduBench.MEMORY);
        assertThat(bench.read(0x04)).isZero();
    }

    @Test
    void resetStopsEverythingAndTurnsDecodingOff() {
        bench.write(0x08, 5);
        bench.write(0x60, 1);
        edu.reset();

        assertThat(bench.pin.high()).isFalse();
        assertThat(bench.clock.waiting()).isZero();
        assertThat(edu.config().memoryEnabled()).isFalse();
        bench.command(EduBench.MEMORY);
        assertThat(bench.read(0x08)).isZero();
        assertThat(bench.read(0x20)).isZero();
        assertThat(bench.read(0x24)).isZero();
    }
}
