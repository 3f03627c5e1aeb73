package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Memory that a device may read and write, and `<linux/dma-mapping.h>`.
public final class DmaBuffer extends Struct {

    private final long handle;
    private final byte[] bytes;
    private final Device device;

    @Var
    private boolean mapped = true;

    private DmaBuffer(Device device, long handle, int size) {
        this.device = device;
        this.handle = handle;
        this.bytes = new byte[size];
    }

    /// Allocates memory for the device.
    ///
    /// @return the buffer, or null where memory is short
    public static @Nullable DmaBuffer dma_alloc_coherent(Device dev, int size) {
        Machine machine = Machine.current();
        machine.point(Access.WRITE, Shared.HARDWARE, 0);
        if (!machine.mayAcquire("dma_alloc_coherent")) {
            return null;
        }
        var buffer = new DmaBuffer(dev, machine.dma().map(size), size);
        machine.dma().add(buffer);
        machine.emit(EventKind.ACQUIRE, buffer, 0, "a DMA buffer");
        return buffer;
    }

    public static void dma_free_coherent(Device dev, DmaBuffer buffer) {
        Machine machine = Machine.current();
        machine.use(buffer, "dma_free_coherent");
        buffer.free(machine);
    }

    /// As [#dma_alloc_coherent]; devres frees the buffer.
    public static @Nullable DmaBuffer dmam_alloc_coherent(Device dev, int size) {
        DmaBuffer buffer = dma_alloc_coherent(dev, size);
        if (buffer != null) {
            Machine machine = Machine.current();
            dev.manage(machine, buffer, "a DMA buffer", () -> buffer.free(machine));
        }
        return buffer;
    }

    /// The address under which the device sees the buffer.
    public static long dma_handle(DmaBuffer buffer) {
        return buffer.handle;
    }

    /// Fills the first `count` bytes from the processor's side.
    public static void fill(DmaBuffer buffer, int count, int value) {
        useContent(Access.WRITE, buffer);
        Arrays.fill(buffer.bytes, 0, count, (byte) value);
    }

    /// How many of the first `count` bytes hold `value`.
    public static int count(DmaBuffer buffer, int count, int value) {
        useContent(Access.READ, buffer);
        @Var int found = 0;
        for (@Var int i = 0; i < count; i++) {
            if (buffer.bytes[i] == (byte) value) {
                found++;
            }
        }
        return found;
    }

    /// The number of `count` bytes at `offset`, the lowest first.
    public static int get_le(DmaBuffer buffer, int offset, int count) {
        useContent(Access.READ, buffer);
        @Var int value = 0;
        for (@Var int i = count - 1; i >= 0; i--) {
            value = (value << 8) | (buffer.bytes[offset + i] & 0xff);
        }
        return value;
    }

    /// Writes a number as `count` bytes at `offset`, the lowest first.
    public static void put_le(DmaBuffer buffer, int offset, int count, int value) {
        useContent(Access.WRITE, buffer);
        for (int i = 0; i < count; i++) {
            buffer.bytes[offset + i] = (byte) (value >> (8 * i));
        }
    }

    /// `memcpy()` of `len` bytes from `offset` on; what lies beyond the end of the buffer belongs to somebody else.
    ///
    /// @return the first four bytes as a number, the lowest first
    public static int copy_from(DmaBuffer buffer, int offset, int len) {
        if (offset + len > buffer.bytes.length) {
            Machine machine = Machine.current();
            machine.use(buffer, "memcpy");
            machine.emit(EventKind.OUT_OF_RANGE, buffer, offset + len, "a DMA buffer");
        }
        return get_le(buffer, offset, Integer.BYTES);
    }

    /// The device may be using it too.
    private static void useContent(Access access, DmaBuffer buffer) {
        Machine machine = Machine.current();
        machine.use(Access.READ, buffer, "a DMA buffer");
        machine.accesses(access, Shared.HARDWARE, 0);
    }

    Device device() {
        return device;
    }

    /// Whether the device may still touch it.
    boolean isMapped() {
        return mapped;
    }

    boolean covers(long address, int count) {
        return address >= handle && address + count <= handle + bytes.length;
    }

    void copyIn(long address, byte[] data) {
        System.arraycopy(data, 0, bytes, (int) (address - handle), data.length);
    }

    void copyOut(long address, byte[] into) {
        System.arraycopy(bytes, (int) (address - handle), into, 0, into.length);
    }

    private void free(Machine machine) {
        machine.accesses(Access.WRITE, Shared.HARDWARE, 0);
        mapped = false;
        machine.emit(EventKind.RELEASE, this, 0, "a DMA buffer");
    }
}
