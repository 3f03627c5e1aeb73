package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `struct regulator`: one supply of a device. The device works while all of its supplies are on.
///
/// Source: `include/linux/regulator/consumer.h`, Linux kernel, L. Girdwood, 2008.
public final class Regulator extends Struct {

    private final Device consumer;
    private final String name;

    @Var
    private int enabled;

    private Regulator(Device consumer, String name) {
        this.consumer = consumer;
        this.name = name;
    }

    /// `devm_regulator_bulk_get()`: the supplies of `dev` of these names; devres puts them.
    ///
    /// @return the supplies, or null
    public static @Nullable List<Regulator> devm_regulator_bulk_get(Device dev, String... names) {
        Machine machine = Machine.current();
        List<Regulator> supplies = new ArrayList<>();
        for (String name : names) {
            machine.point();
            if (!machine.mayAcquire("devm_regulator_bulk_get")) {
                return null;
            }
            supplies.add(new Regulator(dev, name));
        }
        return List.copyOf(supplies);
    }

    /// Switches a supply on; every enable needs a disable.
    ///
    /// @return 0 or a negative errno
    public static int regulator_enable(Regulator regulator) {
        Machine machine = Machine.current();
        machine.mightSleep("regulator_enable");
        machine.use(regulator, "regulator_enable");
        if (!machine.mayAcquire("regulator_enable")) {
            return -Errno.ENODEV;
        }
        if (regulator.enabled++ == 0) {
            machine.emit(EventKind.ACQUIRE, regulator, 0, "supply " + regulator.name);
            regulator.consumer.supplied(1);
        }
        return 0;
    }

    public static void regulator_disable(Regulator regulator) {
        Machine machine = Machine.current();
        machine.mightSleep("regulator_disable");
        machine.use(regulator, "regulator_disable");
        if (regulator.enabled <= 1) {
            machine.emit(EventKind.RELEASE, regulator, 0, "supply " + regulator.name);
        }
        if (regulator.enabled == 1) {
            regulator.consumer.supplied(-1);
        }
        regulator.enabled = Math.max(0, regulator.enabled - 1);
    }

    /// Switches all on, or none.
    ///
    /// @return 0 or a negative errno
    public static int regulator_bulk_enable(List<Regulator> consumers) {
        for (int i = 0; i < consumers.size(); i++) {
            int err = regulator_enable(consumers.get(i));
            if (err != 0) {
                consumers.subList(0, i).reversed().forEach(Regulator::regulator_disable);
                return err;
            }
        }
        return 0;
    }

    public static void regulator_bulk_disable(List<Regulator> consumers) {
        consumers.reversed().forEach(Regulator::regulator_disable);
    }
}
