package dev.yank.harness.sim.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class PciConfigSpacePropertiesTest {
    private static final PciIdentity IDENTITY = new PciIdentity(0xabcd, 0xef01, 0x23, 0x45_6789, 0x1357, 0x2468, 2);
    private static final List<MemoryBar> BARS = List.of(new MemoryBar(0, 1 << 20), new MemoryBar(3, 256));

    /* Byte by byte, in hexadecimal: what software can set. Everything else keeps its value. */
    private static final String WRITABLE = """
        00 00 00 00 07 04 00 00 00 00 00 00 ff 00 00 00
        00 00 f0 ff 00 00 00 00 00 00 00 00 00 ff ff ff
        00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
        00 00 00 00 00 00 00 00 00 00 00 00 ff 00 00 00
        00 00 71 00 fc ff ff ff ff ff ff ff ff ff 00 00
        """;

    record Write(int offset, int bytes, long value) {}

    @Property
    void softwareChangesTheWritableBitsAndNoOthers(@ForAll("writes") List<Write> writes) {
        var config = new PciConfigSpace(IDENTITY, BARS, () -> {}, new RecordingLog());
        int[] expected = new int[PciConfigSpace.SIZE];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (int) config.read(i, 1);
        }
        int[] writable = writableBytes();
        for (Write write : writes) {
            config.write(write.offset(), write.bytes(), write.value());
            for (int i = 0; i < write.bytes(); i++) {
                int at = write.offset() + i;
                int lane = (int) (write.value() >>> (8 * i)) & 0xff;
                expected[at] = (expected[at] & ~writable[at]) | (lane & writable[at]);
            }
        }
        assertThat(bytes(config)).isEqualTo(expected);
        assertThat(doubleWords(config)).isEqualTo(bytes(config));
    }

    @Property
    void sizingAnyBarTellsItsSizeAndAnyAddressIsAligned(
            @ForAll @IntRange(min = 4, max = 30) int exponent,
            @ForAll @IntRange(max = 5) int index,
            @ForAll int address) {
        int size = 1 << exponent;
        var config = new PciConfigSpace(IDENTITY, List.of(new MemoryBar(index, size)), () -> {}, new RecordingLog());
        int offset = 0x10 + 4 * index;

        config.write(offset, 4, 0xffff_ffffL);
        long answer = config.read(offset, 4);
        assertThat((~(answer & ~0xfL) & 0xffff_ffffL) + 1).as("decoded size").isEqualTo(size);
        assertThat(answer & 0xf).as("a 32-bit memory register").isZero();

        config.write(offset, 4, address);
        assertThat(config.barAddress(index)).isEqualTo(Integer.toUnsignedLong(address) / size * size);
        assertThat(config.read(offset, 4)).isEqualTo(config.barAddress(index));
    }

    @Provide
    Arbitrary<List<Write>> writes() {
        Arbitrary<Integer> widths = Arbitraries.of(1, 2, 4);
        Arbitrary<Integer> places = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 0x4f), Arbitraries.integers().between(0, 0xff));
        Arbitrary<Long> values = Arbitraries.oneOf(Arbitraries.longs(), Arbitraries.of(0L, 0xffff_ffffL));
        return Combinators.combine(places, widths, values)
                .as((place, bytes, value) -> new Write(place & -bytes, bytes, value))
                .list()
                .ofMaxSize(40);
    }

    private static int[] writableBytes() {
        int[] given = Arrays.stream(WRITABLE.trim().split("\\s+"))
                .mapToInt(text -> Integer.parseInt(text, 16))
                .toArray();
        return Arrays.copyOf(given, PciConfigSpace.SIZE);
    }

    private static int[] bytes(PciConfigSpace config) {
        int[] found = new int[PciConfigSpace.SIZE];
        Arrays.setAll(found, i -> (int) config.read(i, 1));
        return found;
    }

    private static int[] doubleWords(PciConfigSpace config) {
        int[] found = new int[PciConfigSpace.SIZE];
        Arrays.setAll(found, i -> (int) (config.read(i & ~3, 4) >>> (8 * (i % 4))) & 0xff);
        return found;
    }
}
