package dev.yank.harness.sim.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PciEduDmaTest {
    private static final long BUFFER = 0x4_0000;
    private static final int FROM_MEMORY = 1;
    private static final int TO_MEMORY = 3;
    private static final int INTERRUPT = 4;

    private final EduBench bench = new EduBench();
    private final byte[] memory = bench.memory.bytes;

    @BeforeEach
    void enable() {
        bench.command(EduBench.MEMORY | EduBench.MASTER);
        for (int i = 0; i < 100; i++) {
            memory[i] = (byte) (i + 1);
        }
    }

    private void complete(long source, long destination, long count, long command) {
        bench.transfer(source, destination, count, command);
        bench.clock.advance(PciEdu.DMA_NANOS);
    }

    @Test
    void aBlockGoesIntoTheBufferAndBackToAnotherAddress() {
        complete(MappedMemory.START, BUFFER + 8, 100, FROM_MEMORY);
        complete(BUFFER + 8, MappedMemory.START + 0x1000, 100, TO_MEMORY);

        assertThat(Arrays.copyOfRange(memory, 0x1000, 0x1000 + 100)).isEqualTo(Arrays.copyOf(memory, 100));
        assertThat(bench.log.sentences()).isEmpty();
    }

    @Test
    void runIsSetFor100MillisecondsAndNothingMovesBefore() {
        bench.transfer(BUFFER, MappedMemory.START, 4, TO_MEMORY);
        bench.clock.advance(99_999_999);
        assertThat(bench.read(0x98)).isEqualTo(3);
        assertThat(memory[0]).isEqualTo((byte) 1);

        bench.clock.advance(1);
        assertThat(bench.read(0x98)).isEqualTo(2);
        assertThat(Arrays.copyOf(memory, 5)).containsExactly(0, 0, 0, 0, 5);
    }

    @Test
    void theEndInterruptsWith0x100OnlyWhenAskedTo() {
        complete(MappedMemory.START, BUFFER, 4, FROM_MEMORY);
        assertThat(bench.read(0x24)).isZero();

        complete(MappedMemory.START, BUFFER, 4, FROM_MEMORY | INTERRUPT);
        assertThat(bench.read(0x24)).isEqualTo(0x100);
        assertThat(bench.pin.high()).isTrue();
    }

    @Test
    void dmaWritesAreIgnoredWhileATransferRuns() {
        bench.transfer(MappedMemory.START, BUFFER, 4, FROM_MEMORY);
        bench.transfer(1, 2, 3, TO_MEMORY);

        assertThat(bench.read(0x80)).isEqualTo(MappedMemory.START);
        assertThat(bench.read(0x88)).isEqualTo(BUFFER);
        assertThat(bench.read(0x90)).isEqualTo(4);
        assertThat(bench.read(0x98)).isEqualTo(FROM_MEMORY);
        assertThat(bench.clock.waiting()).isEqualTo(1);
    }

    @Test
    void aCommandWithoutRunIsIgnored() {
        bench.write(0x98, 6);

        assertThat(bench.read(0x98)).isZero();
        assertThat(bench.clock.waiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0x3ffff, 4",
        "0x40ffd, 4",
        "0x40000, 4097",
        "0x41001, 0",
        "0, 4",
        "0x40001, -1",
        "0x40000, 0x100000001",
        "-1, 0x40002"
    })
    void aTransferOutsideTheBufferIsReportedMovesNothingAndEnds(long inBuffer, long count) {
        byte[] before = memory.clone();
        complete(MappedMemory.START, inBuffer, count, FROM_MEMORY | INTERRUPT);
        complete(inBuffer, MappedMemory.START, count, TO_MEMORY | INTERRUPT);

        assertThat(memory).isEqualTo(before);
        assertThat(bench.read(0x98) & 1).isZero();
        assertThat(bench.read(0x24)).isEqualTo(0x100);
        assertThat(bench.log.sentences()).hasSize(2).allMatch(sentence -> sentence.contains("0x40000 to 0x40fff"));
    }

    @ParameterizedTest
    @CsvSource({"0x40000, 4096", "0x40fff, 1", "0x41000, 0"})
    void aTransferThatJustFitsIsPerformed(long inBuffer, long count) {
        complete(inBuffer, MappedMemory.START, count, TO_MEMORY);

        assertThat(bench.log.sentences()).isEmpty();
        byte[] zeroes = new byte[(int) count];
        assertThat(Arrays.copyOf(memory, (int) count)).isEqualTo(zeroes);
    }

    @Test
    void anAddressWithoutMappingIsReportedAndSetsReceivedMasterAbort() {
        byte[] before = memory.clone();
        complete(MappedMemory.START + MappedMemory.SIZE - 2, BUFFER, 4, FROM_MEMORY);
        complete(BUFFER, MappedMemory.START - 1, 4, TO_MEMORY);

        assertThat(memory).isEqualTo(before);
        assertThat(bench.edu.config().read(0x06, 2)).isEqualTo(0x2010);
        assertThat(bench.log.sentences()).hasSize(2).allMatch(sentence -> sentence.contains("no DMA mapping"));
    }

    @Test
    void addressesAreClampedTo28BitsAndThatIsReported() {
        complete(BUFFER, 0x1000_0000L + MappedMemory.START, 1, TO_MEMORY);

        assertThat(memory[0]).isZero();
        assertThat(bench.log.sentences())
                .containsExactly(
                        "The edu device used 0x100000 for the DMA address 0x10100000: it has 28 address bits.");
    }

    @Test
    void withoutBusMasteringNothingMoves() {
        bench.transfer(BUFFER, MappedMemory.START, 4, TO_MEMORY);
        bench.command(EduBench.MEMORY);
        bench.clock.advance(PciEdu.DMA_NANOS);

        assertThat(memory[0]).isEqualTo((byte) 1);
        assertThat(bench.read(0x98)).isEqualTo(2);
        assertThat(bench.log.sentences())
                .containsExactly("The edu device dropped a DMA: bus mastering is off in its command register.");
    }
}
