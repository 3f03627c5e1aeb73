package dev.yank.drivers.pl061.rust;

import static dev.yank.drivers.pl061.EventFifo.kfifo_put;
import static dev.yank.drivers.pl061.LineIoctl.edge_detection_start;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOIC;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOIE;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOMIS;
import static dev.yank.drivers.pl061.Pl061Registers.bit;
import static dev.yank.harness.kernel.AmbaDevice.amba_get_drvdata;
import static dev.yank.harness.kernel.AmbaDevice.amba_set_drvdata;
import static dev.yank.harness.kernel.Device.dev_get_drvdata;
import static dev.yank.harness.kernel.Iomem.ioremap;
import static dev.yank.harness.kernel.Iomem.iounmap;
import static dev.yank.harness.kernel.Iomem.readb;
import static dev.yank.harness.kernel.Iomem.writeb;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.Miscdevice.misc_register;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;
import static dev.yank.harness.kernel.rust.Arc.arc_new;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.pl061.Pl061Registers;
import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.AmbaDriver;
import dev.yank.harness.kernel.AmbaId;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.IrqHandler;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.rust.Arc;
import java.util.List;

/// Conforms: the Rust port of the PL061 driver, with the node that programs open registered by the driver
/// itself.
///
/// The node is dropped after the device data was revoked, so that no open is refused while older files still
/// work.
///
/// Source: `drivers/gpio/gpio_pl061_rust.rs`, Rust for Linux, W. Almeida Filho, 2021.
@UnderTest(
        name = "pl061-rust-revocable",
        device = "pl061",
        policy = "P1=ENXIO-void-numb P2=HUP|ERR P3=calls-in-flight P4=resource P5=no P8=drop",
        summary = "The Rust port: resources are revoked at removal while the data lives on, with resume corrected.")
public class RustRevocable implements AmbaDriver {

    /// What the driver core holds while the device is bound.
    ///
    /// @param data a reference to the data
    /// @param open_data the reference that the node gives to files
    private record Bound(Arc<DeviceData> data, Arc<DeviceData> open_data, Miscdevice misc) {}

    @Override
    public final List<AmbaId> id_table() {
        return List.of(new AmbaId(Pl061Registers.AMBA_ID, Pl061Registers.AMBA_MASK));
    }

    @Override
    public final int probe(AmbaDevice adev, AmbaId id) {
        if (adev.irq() < 0) {
            return -Errno.ENXIO;
        }
        Iomem base = ioremap(adev.res());
        if (base == null) {
            return -Errno.ENOMEM;
        }
        Arc<DeviceData> data = arc_new(new DeviceData(adev.irq(), base));
        if (data == null) {
            iounmap(base);
            return -Errno.ENOMEM;
        }
        writeb(0, base, GPIOIE);
        @Var int err = data.get().unshared.register((_, _) -> handle_irq(data.get()));
        if (err == 0) {
            err = register_node(adev, data);
        }
        if (err != 0) {
            data.get().device_remove();
            data.drop();
            return err;
        }
        edge_detection_start(new RustChip(data.get()), data.get().config);
        return 0;
    }

    private static int register_node(AmbaDevice adev, Arc<DeviceData> data) {
        Arc<DeviceData> open_data = data.cloned();
        var misc = new Miscdevice("pl061", new RustFile(open_data), adev.dev());
        amba_set_drvdata(adev, new Bound(data, open_data, misc));
        int err = misc_register(misc);
        if (err != 0) {
            open_data.drop();
        }
        return err;
    }

    @Override
    public final void remove(AmbaDevice adev) {
        Bound bound = amba_get_drvdata(adev);
        bound.data.get().device_remove();
        misc_deregister(bound.misc);
        bound.open_data.drop();
        bound.data.drop();
    }

    /// Registrations are revoked before resources, so there is nobody left to call this when they are gone.
    private static int handle_irq(DeviceData data) {
        try (var pl061 = data.resources()) {
            if (pl061 == null) {
                return IrqHandler.IRQ_NONE;
            }
            Iomem base = pl061.get().base();
            int pending = readb(base, GPIOMIS);
            for (@Var int rest = pending; rest != 0; rest &= rest - 1) {
                int offset = Integer.numberOfTrailingZeros(rest);
                writeb(bit(offset), base, GPIOIC);
                kfifo_put(data.events, offset);
                wake_up(data.wait);
            }
            return pending == 0 ? IrqHandler.IRQ_NONE : IrqHandler.IRQ_HANDLED;
        }
    }

    @Override
    public final int suspend(Device dev) {
        Bound bound = dev_get_drvdata(dev);
        return new RustChip(bound.data.get()).suspend();
    }

    @Override
    public final int resume(Device dev) {
        Bound bound = dev_get_drvdata(dev);
        return resume(bound.data.get());
    }

    int resume(DeviceData data) {
        return new RustChip(data).resume();
    }
}
