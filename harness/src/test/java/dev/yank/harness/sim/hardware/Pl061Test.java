package dev.yank.harness.sim.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Pl061Test {
    private static final int ALL_DATA = 0x3fc;
    private static final int DIR = 0x400;
    private static final int IS = 0x404;
    private static final int IBE = 0x408;
    private static final int IEV = 0x40c;
    private static final int IE = 0x410;
    private static final int RIS = 0x414;
    private static final int MIS = 0x418;
    private static final int IC = 0x41c;
    private static final int AFSEL = 0x420;

    private final RecordingLine line = new RecordingLine();
    private final RecordingLog log = new RecordingLog();
    private final Pl061 gpio = device(Pl061Wiring.standard(LevelMode.HARDWARE));

    private Pl061 device(Pl061Wiring wiring) {
        return new Pl061(wiring, line, log);
    }

    private static int read(Pl061 from, int offset) {
        return (int) from.read(offset, 1);
    }

    private static void write(Pl061 to, int offset, int value) {
        to.write(offset, 1, value);
    }

    @Test
    void writingDataThroughMask0x26AltersOnlyBits5And2And1() {
        write(gpio, DIR, 0xff);
        write(gpio, ALL_DATA, 0x00);

        write(gpio, 0x098, 0xfb);

        assertThat(read(gpio, ALL_DATA)).isEqualTo(0x22);
        assertThat(gpio.pads()).isEqualTo(0x22);
    }

    @Test
    void readingDataThroughAMaskShowsOnlyTheMaskedBits() {
        assertThat(read(gpio, 0xc4 << 2)).isEqualTo(0xc4);
        assertThat(read(gpio, 0x000)).isZero();
    }

    @Test
    void writesToInputsAreDropped() {
        gpio.drive(0, 0);
        write(gpio, ALL_DATA, 0x01);

        write(gpio, DIR, 0x01);

        assertThat(gpio.pad(0)).isZero();
        write(gpio, ALL_DATA, 0x01);
        assertThat(gpio.pad(0)).isEqualTo(1);
    }

    @Test
    void theDataBitOfAnInputIsTheLevelAtItsPin() {
        gpio.drive(3, 0);
        assertThat(read(gpio, 0x08 << 2)).isZero();

        gpio.drive(3, 1);
        assertThat(read(gpio, 0x08 << 2)).isEqualTo(0x08);
    }

    @Test
    void anOutputIgnoresTheOutsideAndAnInputThatItBecomesDoesNot() {
        write(gpio, DIR, 0x10);
        write(gpio, ALL_DATA, 0x10);
        gpio.drive(4, 0);
        assertThat(gpio.pad(4)).isEqualTo(1);

        write(gpio, DIR, 0x00);
        assertThat(gpio.pad(4)).isZero();
    }

    @Test
    void undrivenInputsGoWhereTheirResistorsPullAndFloatingOnesStay() {
        Pl061 mixed = device(Pl061Wiring.standard(LevelMode.HARDWARE).withPulls(0x01, 0x02));
        for (int i = 0; i < 3; i++) {
            mixed.drive(i, 1);
            mixed.release(i);
        }
        assertThat(mixed.pads()).as("after being driven high").isEqualTo(0b101);

        for (int i = 0; i < 3; i++) {
            mixed.drive(i, 0);
            mixed.release(i);
        }
        assertThat(mixed.pads()).as("after being driven low").isEqualTo(0b001);
    }

    @Test
    void aFloatingLineKeepsWhatItsOutputLeft() {
        Pl061 floating = device(Pl061Wiring.standard(LevelMode.HARDWARE).withPulls(0, 0));
        write(floating, DIR, 0x40);
        write(floating, ALL_DATA, 0x40);

        write(floating, DIR, 0x00);

        assertThat(floating.pad(6)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(LevelMode.class)
    void risingEdgesLatchWhereIevIsSetAndFallingOnesWhereItIsNot(LevelMode mode) {
        Pl061 edges = device(Pl061Wiring.standard(mode));
        edges.drive(0, 0);
        edges.drive(1, 0);
        write(edges, IC, 0xff);
        write(edges, IEV, 0x01);

        edges.drive(0, 1);
        edges.drive(1, 1);
        assertThat(read(edges, RIS)).isEqualTo(0x01);

        write(edges, IC, 0x01);
        edges.drive(0, 0);
        edges.drive(1, 0);
        assertThat(read(edges, RIS)).isEqualTo(0x02);
    }

    @Test
    void bothEdgesLatchWhereIbeIsSetWhateverIevSays() {
        gpio.drive(2, 0);
        write(gpio, IC, 0xff);
        write(gpio, IBE, 0x04);

        gpio.drive(2, 1);
        assertThat(read(gpio, RIS)).isEqualTo(0x04);

        write(gpio, IC, 0x04);
        gpio.drive(2, 0);
        assertThat(read(gpio, RIS)).isEqualTo(0x04);
    }

    @ParameterizedTest
    @EnumSource(LevelMode.class)
    void outputsNeverLatchEdges(LevelMode mode) {
        Pl061 edges = device(Pl061Wiring.standard(mode));
        write(edges, DIR, 0xff);
        write(edges, IBE, 0xff);

        write(edges, ALL_DATA, 0x00);
        write(edges, ALL_DATA, 0xff);
        edges.drive(0, 0);

        assertThat(read(edges, RIS)).isZero();
    }

    @Test
    void levelSensitiveLinesLatchNoEdges() {
        write(gpio, IBE, 0x01);
        write(gpio, IS, 0x01);
        gpio.drive(0, 0);
        gpio.drive(0, 1);

        write(gpio, IS, 0x00);

        assertThat(read(gpio, RIS)).isZero();
    }

    @Test
    void aLineThatReturnsToInputIsComparedWithItsLastLevelAsAnInput() {
        write(gpio, IBE, 0xff);
        write(gpio, DIR, 0x03);
        write(gpio, ALL_DATA, 0x00);
        gpio.drive(1, 0);

        write(gpio, DIR, 0x00);

        assertThat(read(gpio, RIS))
                .as("line 1 changed outside, line 0 only as an output")
                .isEqualTo(0x02);
    }

    @Test
    void levelStatusGoesAwayWithTheLevelInHardwareMode() {
        write(gpio, IEV, 0x01);
        write(gpio, IS, 0x01);
        assertThat(read(gpio, RIS)).isEqualTo(0x01);

        write(gpio, IC, 0x01);
        assertThat(read(gpio, RIS)).as("clearing does not touch a level").isEqualTo(0x01);

        gpio.drive(0, 0);
        assertThat(read(gpio, RIS)).isZero();
    }

    @Test
    void levelStatusSticksInQemuModeUntilCleared() {
        Pl061 sticky = device(Pl061Wiring.standard(LevelMode.QEMU));
        write(sticky, IEV, 0x01);
        write(sticky, IS, 0x01);

        write(sticky, IC, 0x01);
        assertThat(read(sticky, RIS)).as("cleared while the level is there").isEqualTo(0x01);

        sticky.drive(0, 0);
        assertThat(read(sticky, RIS)).as("the level went away").isEqualTo(0x01);

        write(sticky, IC, 0x01);
        assertThat(read(sticky, RIS)).isZero();
    }

    @Test
    void outputsHaveALevelStatusInQemuModeOnly() {
        Pl061 sticky = device(Pl061Wiring.standard(LevelMode.QEMU));
        for (Pl061 each : new Pl061[] {gpio, sticky}) {
            write(each, DIR, 0x80);
            write(each, IEV, 0x80);
            write(each, IS, 0x80);
            write(each, ALL_DATA, 0x80);
        }
        assertThat(read(gpio, RIS)).isZero();
        assertThat(read(sticky, RIS)).isEqualTo(0x80);
    }

    @Test
    void maskedStatusAndInterruptFollowTheEnableRegister() {
        write(gpio, IBE, 0x03);
        gpio.drive(0, 0);
        gpio.drive(1, 0);
        assertThat(line.high()).isFalse();

        write(gpio, IE, 0x02);
        assertThat(read(gpio, RIS)).isEqualTo(0x03);
        assertThat(read(gpio, MIS)).isEqualTo(0x02);
        assertThat(line.high()).isTrue();

        write(gpio, IC, 0x02);
        assertThat(read(gpio, RIS)).isEqualTo(0x01);
        assertThat(line.high()).isFalse();
    }

    @Test
    void interruptLineIsToldOfChangesOnly() {
        write(gpio, IE, 0xff);
        write(gpio, IBE, 0xff);
        gpio.drive(0, 0);
        gpio.drive(1, 0);

        assertThat(line.rises()).isEqualTo(1);
    }

    @Test
    void theInterruptStaysAssertedAsLongAsNobodyClearsTheEnableRegister() {
        write(gpio, IE, 0x01);
        write(gpio, IS, 0x01);
        gpio.drive(0, 0);
        assertThat(line.high()).isTrue();

        write(gpio, IE, 0x00);
        assertThat(line.high()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {DIR, IS, IBE, IEV, IE, AFSEL})
    void controlRegistersAreZeroAfterResetAndKeepEightBits(int register) {
        assertThat(read(gpio, register)).isZero();

        gpio.write(register, 4, 0xffff_ffa5L);
        assertThat(gpio.read(register, 4)).isEqualTo(0xa5);

        gpio.reset();
        assertThat(read(gpio, register)).isZero();
    }

    @Test
    void resetForgetsTheLatchAndLowersTheLineButLeavesTheOutside() {
        write(gpio, IE, 0x01);
        write(gpio, IBE, 0x01);
        gpio.drive(0, 0);
        assertThat(line.high()).isTrue();

        gpio.reset();

        assertThat(line.high()).isFalse();
        assertThat(read(gpio, RIS)).isZero();
        assertThat(gpio.pads()).isEqualTo(0xfe);
    }

    @Test
    void identificationRegistersOfRevision0AreThoseOfQemu() {
        assertThat(identification(gpio)).isEqualTo("00 00 00 00 61 10 04 00 0d f0 05 b1");
    }

    @Test
    void identificationRegistersOfRevision1DifferInOneByte() {
        Pl061 later = device(Pl061Wiring.standard(LevelMode.HARDWARE).withRevision(Pl061Revision.REVISION_1));

        assertThat(identification(later)).isEqualTo("00 00 00 00 61 10 14 00 0d f0 05 b1");
        assertThat(log.sentences()).isEmpty();
    }

    private static String identification(Pl061 from) {
        var bytes = new StringBuilder();
        for (int offset = 0xfd0; offset < 0x1000; offset += 4) {
            bytes.append(" %02x".formatted(from.read(offset, 4)));
        }
        return bytes.substring(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x424, 0x500, 0x800, 0xfcc})
    void reservedRegistersReadZeroDropWritesAndAreReported(int offset) {
        write(gpio, offset, 0xff);
        assertThat(read(gpio, offset)).isZero();
        assertThat(log.sentences())
                .containsExactly(
                        "A PL061 dropped a write at 0x%x: this is a reserved register.".formatted(offset),
                        "A PL061 answered 0 to a read at 0x%x: this is a reserved register.".formatted(offset));
    }

    @Test
    void statusAndIdentificationCannotBeWrittenAndClearCannotBeRead() {
        write(gpio, RIS, 0xff);
        write(gpio, MIS, 0xff);
        write(gpio, 0xfe0, 0xff);

        assertThat(read(gpio, IC)).isZero();
        assertThat(read(gpio, RIS)).isZero();
        assertThat(read(gpio, 0xfe0)).isEqualTo(0x61);
        assertThat(log.sentences()).hasSize(4);
    }

    @Test
    void halfWordsUnalignedAndOutsideAccessesAreReportedAndWithoutEffect() {
        gpio.write(DIR, 2, 0xff);
        gpio.write(DIR + 1, 1, 0xff);
        gpio.write(0x1000, 4, 0xff);
        gpio.write(-4, 4, 0xff);

        assertThat(gpio.read(ALL_DATA, 8)).isZero();
        assertThat(read(gpio, DIR)).isZero();
        assertThat(log.sentences()).hasSize(5).allMatch(sentence -> sentence.contains("1 or 4 bytes"));
    }

    @Test
    void linesAndLevelsThatDoNotExistAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> gpio.drive(8, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> gpio.drive(0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> gpio.release(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> gpio.pad(8));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pl061Wiring.standard(LevelMode.QEMU).withPulls(0x03, 0x01));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pl061Wiring.standard(LevelMode.QEMU).withPulls(0x100, 0));
    }
}
