package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The memory that devices can reach: every [DmaBuffer] of a machine, by its bus address.
public final class DmaSpace {

    private static final long FIRST = 0x10_0000;
    private static final long PAGE = 0x1000;

    private final Machine machine;
    private final List<DmaBuffer> buffers = new ArrayList<>(0);

    @Var
    private long next = FIRST;

    DmaSpace(Machine machine) {
        this.machine = machine;
    }

    long map(int size) {
        long handle = next;
        next += (size + PAGE - 1) / PAGE * PAGE + PAGE;
        return handle;
    }

    void add(DmaBuffer buffer) {
        buffers.add(buffer);
    }

    /// The device writes memory.
    ///
    /// @return false where nothing is mapped there
    public boolean copyFromDevice(long address, byte[] data) {
        DmaBuffer buffer = find(address, data.length);
        if (buffer == null) {
            return false;
        }
        buffer.copyIn(address, data);
        return true;
    }

    /// The device reads memory.
    ///
    /// @return false where nothing is mapped there
    public boolean copyToDevice(long address, byte[] into) {
        DmaBuffer buffer = find(address, into.length);
        if (buffer == null) {
            return false;
        }
        buffer.copyOut(address, into);
        return true;
    }

    private @Nullable DmaBuffer find(long address, int count) {
        for (DmaBuffer buffer : buffers) {
            if (buffer.covers(address, count)) {
                EventKind kind = buffer.isMapped() ? EventKind.IO_WRITE : EventKind.IO_UNMAPPED;
                machine.emit(kind, buffer.device(), (int) address, "a DMA buffer");
                return buffer.isMapped() ? buffer : null;
            }
        }
        return null;
    }
}
