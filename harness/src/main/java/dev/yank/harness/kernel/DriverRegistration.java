package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;

/// That a driver is registered with its bus, which offers it devices as long as that lasts. A driver of whose
/// registration nothing is said is registered when it is loaded and unregistered when it is unloaded, as
/// `module_pci_driver()` does.
public final class DriverRegistration extends Struct {

    /// What the bus does.
    public interface Bus {

        /// Offers the driver what is there.
        void registered();

        /// Unbinds the driver from all that it is bound to.
        void unregistered();
    }

    @Var
    private boolean explicit;

    @Var
    private boolean lasts;

    @Var
    private Bus bus = new Bus() {
        @Override
        public void registered() {}

        @Override
        public void unregistered() {}
    };

    /// Says who hears of it.
    public void on(Bus heard) {
        bus = heard;
    }

    /// The driver did it itself.
    void begin(Machine machine) {
        explicit = true;
        register(machine);
    }

    /// Registers.
    public void register(Machine machine) {
        machine.accesses(Access.WRITE, this);
        lasts = true;
        bus.registered();
    }

    /// From now on nothing is bound any more, and what was is unbound.
    public void end(Machine machine) {
        machine.accesses(Access.WRITE, this);
        lasts = false;
        bus.unregistered();
    }

    /// Whether the driver says by itself when it registers.
    public boolean isExplicit() {
        return explicit;
    }

    /// Whether the driver is registered.
    public boolean lasts(Machine machine) {
        machine.accesses(Access.READ, this);
        return lasts;
    }
}
