package dev.yank.harness.sim.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.errorprone.annotations.Var;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PciConfigSpaceTest {
    private static final int COMMAND = 0x04;
    private static final int BAR0 = 0x10;
    private static final int MSI = PciConfigSpace.MSI_OFFSET;
    private static final PciIdentity IDENTITY = new PciIdentity(0x1234, 0x11e8, 0x10, 0x02_0304, 0x1af4, 0x1100, 1);

    private final RecordingLog log = new RecordingLog();

    @Var
    private int writesSeen;

    private final PciConfigSpace config =
            new PciConfigSpace(IDENTITY, List.of(new MemoryBar(0, 1 << 20)), () -> writesSeen++, log);

    @ParameterizedTest
    @CsvSource({
        "vendor, 0x00, 2, 0x1234",
        "device, 0x02, 2, 0x11e8",
        "vendor and device, 0x00, 4, 0x11e81234",
        "command, 0x04, 2, 0x0000",
        "status with a capability list, 0x06, 2, 0x0010",
        "revision, 0x08, 1, 0x10",
        "programming interface, 0x09, 1, 0x04",
        "class, 0x0a, 2, 0x0203",
        "header type 0, 0x0e, 1, 0x00",
        "second base address, 0x14, 4, 0x00000000",
        "subsystem vendor, 0x2c, 2, 0x1af4",
        "subsystem, 0x2e, 2, 0x1100",
        "capability pointer, 0x34, 1, 0x40",
        "interrupt line, 0x3c, 1, 0x00",
        "interrupt pin, 0x3d, 1, 0x01",
        "MSI id, 0x40, 1, 0x05",
        "last capability, 0x41, 1, 0x00",
        "MSI flags, 0x42, 2, 0x0080",
        "nothing, 0xfc, 4, 0x00000000"
    })
    void fieldAfterResetIs(String what, int offset, int bytes, long expected) {
        assertThat(config.read(offset, bytes)).as(what).isEqualTo(expected);
        assertThat(log.sentences()).isEmpty();
    }

    @Test
    void barSizingReportsOneMebibyte() {
        config.write(BAR0, 4, 0xffff_ffffL);

        assertThat(config.read(BAR0, 4)).isEqualTo(0xfff0_0000L);
        assertThat(config.barSize(0)).isEqualTo(1 << 20);
    }

    @Test
    void barKeepsTheAddressBitsAboveItsSize() {
        config.write(BAR0, 4, 0xfe12_345fL);

        assertThat(config.read(BAR0, 4)).isEqualTo(0xfe10_0000L);
        assertThat(config.barAddress(0)).isEqualTo(0xfe10_0000L);
    }

    @Test
    void registersThatAreNotInUseSizeToZero() {
        config.write(BAR0 + 4, 4, 0xffff_ffffL);

        assertThat(config.read(BAR0 + 4, 4)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> config.barAddress(1));
    }

    @Test
    void commandBitsAreSeenByTheFunction() {
        config.write(COMMAND, 2, 0x0002);
        assertThat(config.memoryEnabled()).isTrue();
        assertThat(config.busMaster()).isFalse();

        config.write(COMMAND, 2, 0x0404);
        assertThat(config.memoryEnabled()).isFalse();
        assertThat(config.busMaster()).isTrue();
        assertThat(config.intxDisabled()).isTrue();
    }

    @Test
    void commandKeepsOnlyTheBitsThatItHas() {
        config.write(COMMAND, 2, 0xffff);

        assertThat(config.read(COMMAND, 2)).isEqualTo(0x0407);
    }

    @Test
    void aByteWriteLeavesTheOtherBytesAlone() {
        config.write(COMMAND, 2, 0x0406);
        config.write(COMMAND + 1, 1, 0x00);

        assertThat(config.read(COMMAND, 2)).isEqualTo(0x0006);
    }

    @Test
    void intxPendingCannotBeWrittenBySoftware() {
        config.pendIntx();
        config.write(COMMAND, 4, 0xffff_0000L);
        assertThat(config.read(0x06, 2)).isEqualTo(0x0018);

        config.clearIntx();
        config.write(COMMAND, 4, 0xffff_0000L);
        assertThat(config.read(0x06, 2)).isEqualTo(0x0010);
    }

    @Test
    void anErrorBitInTheStatusIsClearedByWritingOne() {
        config.noteMasterAbort();
        config.write(0x06, 2, 0x0000);
        assertThat(config.read(0x06, 2)).isEqualTo(0x2010);

        config.write(0x06, 2, 0x2000);
        assertThat(config.read(0x06, 2)).isEqualTo(0x0010);
    }

    @Test
    void msiCapabilityHoldsAddressAndDataForOneVector() {
        config.write(MSI + 4, 4, 0xfee0_1003L);
        config.write(MSI + 8, 4, 0x0000_0001L);
        config.write(MSI + 12, 4, 0xffff_4021L);
        config.write(MSI + 2, 2, 0xffff);

        assertThat(config.msiAddress()).isEqualTo(0x1_fee0_1000L);
        assertThat(config.msiData()).isEqualTo(0x4021);
        assertThat(config.msiEnabled()).isTrue();
        assertThat(config.read(MSI + 2, 2)).isEqualTo(0x00f1);
        assertThat(config.read(MSI, 2)).isEqualTo(0x0005);
    }

    @Test
    void resetTurnsDecodingMasteringAndMsiOff() {
        config.write(COMMAND, 2, 0x0407);
        config.write(BAR0, 4, 0xfe00_0000L);
        config.write(MSI + 2, 2, 0x0001);

        config.reset();

        assertThat(config.memoryEnabled()).isFalse();
        assertThat(config.busMaster()).isFalse();
        assertThat(config.msiEnabled()).isFalse();
        assertThat(config.barAddress(0)).isZero();
        assertThat(config.read(0x00, 4)).isEqualTo(0x11e8_1234L);
    }

    @ParameterizedTest
    @CsvSource({"0x01, 2, 0xffff", "0x02, 4, 0xffffffff", "0x00, 3, 0xffffff", "0x100, 1, 0xff", "0x00, 8, -1"})
    void accessThatCrossesItsWidthReadsAllOnesAndIsReported(int offset, int bytes, long ones) {
        config.write(offset, bytes, 0);

        assertThat(config.read(offset, bytes)).isEqualTo(ones);
        assertThat(writesSeen).isZero();
        assertThat(log.sentences()).hasSize(2);
    }

    @Test
    void outOfItsSlotEveryReadIsAllOnesAndWritesAreDropped() {
        config.write(COMMAND, 2, 0x0006);
        config.leaveSlot();
        config.write(COMMAND, 2, 0x0006);

        assertThat(config.read(0x00, 4)).isEqualTo(0xffff_ffffL);
        assertThat(config.read(0x06, 2)).isEqualTo(0xffff);
        assertThat(config.read(0x3d, 1)).isEqualTo(0xff);
        assertThat(config.memoryEnabled()).isFalse();
        assertThat(writesSeen).isEqualTo(1);
        assertThat(log.sentences()).isEmpty();
    }

    @Test
    void backInItsSlotItIsAsAfterReset() {
        config.write(COMMAND, 2, 0x0006);
        config.leaveSlot();
        config.enterSlot();

        assertThat(config.read(0x00, 4)).isEqualTo(0x11e8_1234L);
        assertThat(config.read(COMMAND, 2)).isZero();
    }

    @Test
    void identitiesAndBarsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PciIdentity(0x1_0000, 0, 0, 0, 0, 0, 0))
                .withMessageContaining("vendor");
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryBar(6, 16));
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryBar(0, 24));
        assertThatIllegalArgumentException().isThrownBy(() -> new MemoryBar(0, Integer.MIN_VALUE));
        List<MemoryBar> twice = List.of(new MemoryBar(0, 16), new MemoryBar(0, 32));
        assertThatIllegalArgumentException().isThrownBy(() -> new PciConfigSpace(IDENTITY, twice, () -> {}, log));
    }
}
