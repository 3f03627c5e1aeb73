package dev.yank.harness.sim.hardware;

import com.google.errorprone.annotations.Var;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A register behind one virtio split ring, with the registers of virtio over MMIO. A request is a chain of two
/// descriptors: eight bytes to the device, which are what to do (0 read, 1 write) and a value, and four bytes back.
///
/// On request ([#misbehave]) it does once what no sound device does, when it next gives a buffer back, or at once where
/// that needs none.
///
/// Source: Virtual I/O Device (VIRTIO) Version 1.2, OASIS, 2022, sections 2.7 and 4.2.
public final class VirtioRegister implements MmioDevice {

    public static final int MAGIC_VALUE = 0x000;
    public static final int QUEUE_NUM = 0x038;
    public static final int QUEUE_READY = 0x044;
    public static final int QUEUE_NOTIFY = 0x050;
    public static final int INTERRUPT_STATUS = 0x060;
    public static final int INTERRUPT_ACK = 0x064;
    public static final int STATUS = 0x070;
    public static final int QUEUE_DESC_LOW = 0x080;
    public static final int QUEUE_DRIVER_LOW = 0x090;
    public static final int QUEUE_DEVICE_LOW = 0x0a0;

    public static final int DRIVER_OK = 4;
    public static final int NEEDS_RESET = 64;

    private static final int MAGIC = 0x7472_6976;
    private static final int SIZE = 0x200;
    private static final int USED_BUFFER = 1;
    private static final int CONFIG_CHANGE = 2;
    private static final int DESCRIPTOR = 16;
    private static final int NEXT = 14;
    private static final int ELEMENT = 8;
    private static final int ANSWER = 4;
    private static final long NANOS = 1000;
    private static final int FAR = 0x4000;
    private static final int LONG = 0x7fff;

    private final DeviceClock clock;
    private final SystemMemory memory;
    private final InterruptLine line;
    private final HardwareLog log;

    @Var
    private int status;

    @Var
    private int interruptStatus;

    @Var
    private int size;

    @Var
    private int ready;

    @Var
    private long descriptors;

    @Var
    private long available;

    @Var
    private long used;

    /// How many requests were taken, and how many given back, modulo 2 to the 16.
    @Var
    private int taken;

    @Var
    private int given;

    @Var
    private int content;

    /// What it will do wrong, or null.
    @Var
    private @Nullable VirtioLie next;

    /// Where the length lies that is to change, or 0.
    @Var
    private long changing;

    /// Counts resets: what was asked for before one does not happen.
    @Var
    private int life;

    public VirtioRegister(DeviceClock clock, SystemMemory memory, InterruptLine line, HardwareLog log) {
        this.clock = clock;
        this.memory = memory;
        this.line = line;
        this.log = log;
    }

    /// Begins to misbehave.
    public void misbehave(VirtioLie lie) {
        if ((status & DRIVER_OK) == 0) {
            return;
        }
        switch (lie) {
            case INDEX_JUMP -> {
                log.lie("it has given back " + FAR + " buffers at once");
                given = (given + FAR) & 0xffff;
                write16(used + 2, given);
                interrupt(USED_BUFFER);
            }
            case NEEDS_RESET -> {
                log.lie("it needs to be reset");
                status |= NEEDS_RESET;
                interrupt(CONFIG_CHANGE);
            }
            case IDLE_INTERRUPT -> {
                log.lie("it interrupts and has nothing to say");
                interrupt(USED_BUFFER);
            }
            default -> next = lie;
        }
    }

    @Override
    public long size() {
        return SIZE;
    }

    @Override
    public long read(long offset, int bytes) {
        return switch ((int) offset) {
            case MAGIC_VALUE -> MAGIC;
            case QUEUE_READY -> ready;
            case INTERRUPT_STATUS -> interruptStatus;
            case STATUS -> status;
            default -> {
                log.guestError("The virtio device has no register " + offset + " to read.");
                yield 0;
            }
        };
    }

    @Override
    public void write(long offset, int bytes, long value) {
        switch ((int) offset) {
            case QUEUE_NUM -> size = (int) value;
            case QUEUE_READY -> ready = (int) value;
            case QUEUE_DESC_LOW -> descriptors = value;
            case QUEUE_DRIVER_LOW -> available = value;
            case QUEUE_DEVICE_LOW -> used = value;
            case QUEUE_NOTIFY -> notified();
            case INTERRUPT_ACK -> acknowledge((int) value);
            case STATUS -> setStatus((int) value);
            default -> log.guestError("The virtio device has no register " + offset + " to write.");
        }
    }

    private void setStatus(int value) {
        if (value == 0) {
            reset();
        } else {
            status = value | (status & NEEDS_RESET);
        }
    }

    private void notified() {
        if ((status & DRIVER_OK) == 0) {
            log.afterReset("there are buffers in its queue");
            return;
        }
        int now = life;
        clock.after(NANOS, () -> {
            if (now == life) {
                serve();
            }
        });
    }

    private void serve() {
        if (ready == 0 || size == 0 || (status & NEEDS_RESET) != 0) {
            return;
        }
        int offered = read16(available + 2);
        while (taken != offered) {
            int head = read16(available + 4 + 2L * (taken % size));
            taken = (taken + 1) & 0xffff;
            serve(head % size);
        }
    }

    private void serve(int head) {
        long descriptor = descriptors + (long) DESCRIPTOR * head;
        long request = read32(descriptor);
        long answer = read32(descriptors + (long) DESCRIPTOR * (read16(descriptor + NEXT) % size));
        if (read32(request) == 1) {
            content = read32(request + 4);
        }
        write32(answer, content);
        giveBack(head);
    }

    private void giveBack(int head) {
        VirtioLie lie = next;
        next = null;
        switch (lie) {
            case null -> give(head, ANSWER);
            case BAD_ID -> {
                log.lie("it gives back buffer " + FAR);
                give(FAR, ANSWER);
            }
            case ID_TWICE -> {
                give(head, ANSWER);
                log.lie("it gives back buffer " + head + " twice");
                give(head, ANSWER);
            }
            case LENGTH_OVER -> {
                log.lie("it has written " + LONG + " bytes");
                give(head, LONG);
            }
            case LENGTH_CHANGES -> {
                long element = used + 4 + (long) ELEMENT * (given % size);
                give(head, ANSWER);
                changing = element + 4;
            }
            case DESCRIPTOR_CHANGES -> {
                log.lie("it writes to descriptor " + head);
                write16(descriptors + (long) DESCRIPTOR * head + NEXT, FAR);
                give(head, ANSWER);
            }
            case SILENT -> log.lie("it never gives back buffer " + head);
            case INDEX_JUMP, NEEDS_RESET, IDLE_INTERRUPT -> give(head, ANSWER);
        }
    }

    private void give(int id, int length) {
        long element = used + 4 + (long) ELEMENT * (given % size);
        write32(element, id);
        write32(element + 4, length);
        given = (given + 1) & 0xffff;
        write16(used + 2, given);
        interrupt(USED_BUFFER);
    }

    private void interrupt(int bit) {
        if (interruptStatus == 0) {
            line.raise();
        }
        interruptStatus |= bit;
    }

    /// What it said it says otherwise, while the driver looks.
    private void changeLength() {
        long address = changing;
        int now = life;
        changing = 0;
        clock.after(NANOS, () -> {
            if (now == life) {
                log.lie("it has written not " + ANSWER + " bytes but " + LONG);
                write32(address, LONG);
            }
        });
    }

    private void acknowledge(int bits) {
        if (changing != 0) {
            changeLength();
        }
        if (interruptStatus != 0 && (interruptStatus & ~bits) == 0) {
            line.lower();
        }
        interruptStatus &= ~bits;
    }

    private int read16(long address) {
        return Short.toUnsignedInt(bytes(address, 2).getShort());
    }

    private int read32(long address) {
        return bytes(address, 4).getInt();
    }

    private ByteBuffer bytes(long address, int count) {
        byte[] into = new byte[count];
        memory.copyToDevice(address, into);
        return ByteBuffer.wrap(into).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write16(long address, int value) {
        memory.copyFromDevice(address, new byte[] {(byte) value, (byte) (value >> 8)});
    }

    private void write32(long address, int value) {
        memory.copyFromDevice(
                address,
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(value)
                        .array());
    }

    @Override
    public List<RegisterValue> registers() {
        return List.of(
                new RegisterValue(QUEUE_READY, 4, "queue ready", ready),
                new RegisterValue(INTERRUPT_STATUS, 4, "interrupt status", interruptStatus),
                new RegisterValue(STATUS, 4, "status", status));
    }

    @Override
    public void reset() {
        life++;
        if (interruptStatus != 0) {
            line.lower();
        }
        status = 0;
        interruptStatus = 0;
        size = 0;
        ready = 0;
        taken = 0;
        given = 0;
        content = 0;
        next = null;
        changing = 0;
    }
}
