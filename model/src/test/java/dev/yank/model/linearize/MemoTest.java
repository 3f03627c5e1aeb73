package dev.yank.model.linearize;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MemoTest {

    @Test
    void tellsStatesLostSetsAndPlacedOperationsApart() {
        var memo = new Memo();
        long[] placed = {-1L, 5, 0};
        assertThat(memo.add(1, 2, placed, 1, 1)).isTrue();
        assertThat(memo.add(1, 2, placed, 1, 1)).isFalse();
        assertThat(memo.add(2, 1, placed, 1, 1)).isTrue();
        assertThat(memo.add(1, 3, placed, 1, 1)).isTrue();
        assertThat(memo.add(1, 2, new long[] {-1L, 7, 0}, 1, 1)).isTrue();
        // The same words further on are other operations.
        assertThat(memo.add(1, 2, new long[] {-1L, -1L, 5}, 2, 2)).isTrue();
        // A prefix of a key is not the key.
        assertThat(memo.add(1, 2, new long[] {-1L, 5, 9}, 1, 2)).isTrue();
        assertThat(memo.size()).isEqualTo(6);
    }

    @Test
    void remembersEachOfManyOnce() {
        // So many that some share a hash of 32 bits, which depends on nothing but these numbers.
        int many = 300_000;
        var memo = new Memo();
        for (boolean isNew : List.of(true, false)) {
            @Var int surprises = 0;
            for (int i = 0; i < many; i++) {
                if (memo.add(i % 7, 0, new long[] {i / 1000, i % 1000, 0}, 0, 1) != isNew) {
                    surprises++;
                }
            }
            assertThat(surprises).isZero();
            assertThat(memo.size()).isEqualTo(many);
        }
    }

    @Test
    void remembersEachOfManyOnceWhereOperationsAreFew() {
        int many = 300_000;
        var seen = new FewOperations.Seen();
        for (boolean isNew : List.of(true, false)) {
            @Var int surprises = 0;
            for (int i = 0; i < many; i++) {
                if (seen.add(i % 300, i / 300) != isNew) {
                    surprises++;
                }
            }
            assertThat(surprises).isZero();
        }
    }
}
