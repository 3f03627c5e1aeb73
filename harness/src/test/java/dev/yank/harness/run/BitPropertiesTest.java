package dev.yank.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class BitPropertiesTest {

    @Property
    void numbersComeBackInTheirOrder(@ForAll List<@IntRange(min = 0) Integer> numbers) {
        var out = new BitWriter();
        for (int number : numbers) {
            out.number(number);
            out.bits(number, 5);
        }
        var in = new BitReader(out.toByteArray());
        List<Integer> read = new ArrayList<>();
        List<Integer> lowest = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            read.add(in.number());
            lowest.add(in.bits(5));
        }
        assertThat(read).isEqualTo(numbers);
        assertThat(lowest).isEqualTo(numbers.stream().map(number -> number & 31).toList());
    }

    @Property
    void largerNumbersTakeNoFewerBits(@ForAll @IntRange(min = 0, max = 100_000) int number) {
        assertThat(bitsOf(number + 1)).isGreaterThanOrEqualTo(bitsOf(number)).isLessThanOrEqualTo(24);
    }

    @Example
    void smallNumbersTakeFourBits() {
        assertThat(bitsOf(0)).isEqualTo(4);
        assertThat(bitsOf(7)).isEqualTo(4);
        assertThat(bitsOf(8)).isEqualTo(8);
        assertThat(bitsOf(71)).isEqualTo(8);
        assertThat(bitsOf(72)).isEqualTo(12);
    }

    /// How many bits a number takes: as many as there are before a mark that follows it.
    private static int bitsOf(int number) {
        var out = new BitWriter();
        out.number(number);
        out.bits(1, 1);
        byte[] bytes = out.toByteArray();
        return 8 * bytes.length - 1 - Integer.numberOfTrailingZeros(bytes[bytes.length - 1]);
    }

    @Property
    void theEndIsSaid(@ForAll byte[] bytes) {
        var in = new BitReader(bytes);
        for (int i = 0; i < bytes.length; i++) {
            assertThat(in.bits(8)).isEqualTo(bytes[i] & 0xff);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> in.bits(1)).withMessage("it ends too early");
    }

    @Property
    void whateverIsReadIsANumberOrRefused(@ForAll byte[] bytes) {
        var in = new BitReader(bytes);
        try {
            while (true) {
                assertThat(in.number()).isNotNegative();
            }
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("it ends too early|it holds a number that is too large");
        }
    }

    @Example
    void numbersBelowZeroAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BitWriter().number(-1))
                .withMessage("Only numbers from 0 can be packed, but got -1.");
    }
}
