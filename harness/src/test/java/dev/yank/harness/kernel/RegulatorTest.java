package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.I2cClient.i2c_smbus_read_byte_data;
import static dev.yank.harness.kernel.I2cClient.i2c_smbus_write_byte_data;
import static dev.yank.harness.kernel.Regulator.devm_regulator_bulk_get;
import static dev.yank.harness.kernel.Regulator.regulator_bulk_disable;
import static dev.yank.harness.kernel.Regulator.regulator_bulk_enable;
import static dev.yank.harness.kernel.Regulator.regulator_disable;
import static dev.yank.harness.kernel.Regulator.regulator_enable;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class RegulatorTest {

    private static final RegisterBlock SEVEN = new RegisterBlock() {
        @Override
        public long read(long offset, int bytes) {
            return 7;
        }

        @Override
        public void write(long offset, int bytes, long value) {}
    };

    private static Device device(List<Boolean> changes) {
        var dev = new Device("thing", 0);
        dev.needsSupplies(2, () -> changes.add(dev.isPowered()));
        return dev;
    }

    private static List<Regulator> both(Device dev) {
        return Objects.requireNonNull(devm_regulator_bulk_get(dev, "vcpin", "vdd"));
    }

    @Test
    void aDeviceIsPoweredWhileAllOfItsSuppliesAreOn() {
        EVERY_SCHEDULE
                .of(stage -> {
                    List<Boolean> changes = new ArrayList<>();
                    Device dev = device(changes);
                    List<Regulator> supplies = both(dev);
                    assertThat(regulator_enable(supplies.get(0))).isZero();
                    assertThat(dev.isPowered()).isFalse();
                    assertThat(regulator_enable(supplies.get(1))).isZero();
                    assertThat(dev.isPowered()).isTrue();
                    regulator_bulk_disable(supplies);
                    assertThat(dev.isPowered()).isFalse();
                    assertThat(changes).containsExactly(true, false);
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void aSupplyThatWasEnabledTwiceIsDisabledTwice() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Device dev = device(new ArrayList<>());
                    List<Regulator> supplies = both(dev);
                    regulator_bulk_enable(supplies);
                    regulator_enable(supplies.get(0));
                    regulator_bulk_disable(supplies);
                    assertThat(dev.isPowered()).isFalse();
                    regulator_disable(supplies.get(0));
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void whereOneSupplyFailsNoneStaysOn() {
        EVERY_SCHEDULE
                .failing(4)
                .of(stage -> {
                    Device dev = device(new ArrayList<>());
                    assertThat(regulator_bulk_enable(both(dev))).isEqualTo(-Errno.ENODEV);
                    assertThat(dev.isPowered()).isFalse();
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void disablingWhatIsOffIsNoticed() {
        EVERY_SCHEDULE
                .of(stage -> {
                    List<Regulator> supplies = both(device(new ArrayList<>()));
                    stage.task("driver", () -> regulator_disable(supplies.get(0)));
                })
                .alwaysFind("R10: Regulator was released by driver though it was not held.");
    }

    @Test
    void aChipAnswersWhilePoweredAndItsSilenceIsNoticed() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Device dev = device(new ArrayList<>());
                    var client = new I2cClient(dev, 0, SEVEN);
                    List<Regulator> supplies = both(dev);
                    regulator_bulk_enable(supplies);
                    assertThat(i2c_smbus_read_byte_data(client, 0)).isEqualTo(7);
                    assertThat(i2c_smbus_write_byte_data(client, 0, 1)).isZero();
                    regulator_bulk_disable(supplies);
                    stage.task("driver", () -> i2c_smbus_read_byte_data(client, 0));
                })
                .alwaysFind("R23: driver accessed thing, which was switched off.");
    }
}
