package dev.yank.model.linearize;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConfigurationsTest {

    @Test
    void tellsConfigurationsApartWhoseHashesAreEqual() {
        // These two strings have the same hash code.
        var configurations = new Configurations(1);
        long[] placed = {5};
        assertThat(configurations.add(placed, "Aa")).isTrue();
        assertThat(configurations.add(placed, "BB")).isTrue();
        assertThat(configurations.add(placed, "Aa")).isFalse();
        assertThat(configurations.add(placed, "BB")).isFalse();
    }

    @Test
    void remembersEachOfManyOnce() {
        // So many that some share a hash of 32 bits, which depends on nothing but these numbers.
        int many = 300_000;
        var configurations = new Configurations(2);
        for (boolean isNew : List.of(true, false)) {
            @Var int surprises = 0;
            for (int i = 0; i < many; i++) {
                if (configurations.add(new long[] {i / 1000, i % 1000}, "state") != isNew) {
                    surprises++;
                }
            }
            assertThat(surprises).isZero();
            assertThat(configurations.size()).isEqualTo(many);
        }
    }
}
