package dev.yank.harness.kernel;

import java.util.ArrayList;
import java.util.List;

/// `struct address_space`, as far as it knows the mappings of what it stands for.
public final class AddressSpace extends Struct {

    private final List<VmArea> mappings = new ArrayList<>(2);

    /// `unmap_mapping_range()` of everything: each mapping loses what is behind it, and faults at its next use.
    public static void unmap_mapping_range(AddressSpace mapping) {
        Machine machine = Machine.current();
        machine.use(mapping, "unmap_mapping_range");
        machine.accesses(Access.WRITE, Shared.HARDWARE, 0);
        for (VmArea vma : mapping.mappings) {
            vma.zap(machine);
        }
    }

    void add(VmArea vma) {
        Machine.current().use(this, "vma_link");
        mappings.add(vma);
    }

    void remove(VmArea vma) {
        Machine.current().accesses(Access.WRITE, this);
        Machine.current().touch(this, "vma_unlink");
        mappings.remove(vma);
    }
}
