package dev.yank.drivers.pl061.rust;

import static dev.yank.harness.kernel.Iomem.iounmap;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Irq.request_irq;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.pl061.EventFifo;
import dev.yank.drivers.pl061.SavedRegisters;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.IrqHandler;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.WaitQueueHead;
import dev.yank.harness.kernel.rust.Drop;
import dev.yank.harness.kernel.rust.Revocable;
import dev.yank.harness.kernel.rust.SpinLock;
import org.jspecify.annotations.Nullable;

/// `device::Data<Registrations, Resources, General>`: what is revoked first, what is revoked then, and what
/// lives until the last reference is dropped.
///
/// Source: `rust/kernel/device.rs`, Rust for Linux, W. Almeida Filho, 2021.
final class DeviceData {

    /// The interrupt.
    static final class Registrations implements Drop {

        private final int irq;

        @Var
        private boolean registered;

        Registrations(int irq) {
            this.irq = irq;
        }

        /// Requests the interrupt.
        ///
        /// @return 0 or a negative errno
        int register(IrqHandler handler) {
            int err = request_irq(irq, handler, "pl061", this);
            registered = err == 0;
            return err;
        }

        @Override
        public void drop() {
            if (registered) {
                free_irq(irq, this);
            }
        }
    }

    /// `IoMem<PL061_SIZE>`.
    record Resources(Iomem base) implements Drop {
        @Override
        public void drop() {
            iounmap(base);
        }
    }

    /// `PL061DataInner`: what the raw spinlock protects.
    static final class Inner {
        @Var
        @Nullable
        SavedRegisters csave;
    }

    final Registrations unshared;
    final Revocable<Registrations> registrations;
    final Revocable<Resources> resources;
    final SpinLock<Inner> inner = new SpinLock<>(new Inner());
    final Mutex config = new Mutex();
    final EventFifo events = new EventFifo();
    final WaitQueueHead wait = new WaitQueueHead();

    DeviceData(int irq, Iomem base) {
        this.unshared = new Registrations(irq);
        this.registrations = new Revocable<>(unshared);
        this.resources = new Revocable<>(new Resources(base));
    }

    /// Access to the registers, or null where they were revoked.
    Revocable.@Nullable Guard<Resources> resources() {
        return resources.try_access();
    }

    boolean isRevoked() {
        try (var guard = resources()) {
            return guard == null;
        }
    }

    /// `DeviceRemoval`: registrations first, so that resources are there while they are unregistered.
    void device_remove() {
        registrations.revoke();
        resources.revoke();
        wake_up(wait);
    }
}
