package dev.yank.harness.linux.guest;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The memory that the host and the agent share, and what lies where. The README of the agent describes it.
final class SharedMemory implements AutoCloseable {

    /// How large it is.
    static final long BYTES = 4L << 20;

    static final int PROCESSES = 8;
    static final int OPERATIONS = 512;
    static final int STRINGS = 32;
    static final int STRING_BYTES = 128;

    private static final long RECORD_BYTES = 32;
    private static final long STATE_AT = 12;
    private static final long ASKED_AT = 16;
    private static final long DONE_AT = 20;
    private static final long QUIET_AT = 24;
    private static final long GIVE_UP_AT = 28;
    private static final long COUNTS_AT = 32;
    private static final long STALLED_AT = 128;
    private static final long TEXT_LENGTH_AT = 136;
    private static final long ERRAND_AT = 0x100;
    private static final long STRINGS_AT = 0x1000;
    private static final long OPERATIONS_AT = 0x10000;
    private static final long OUTCOMES_AT = 0x40000;
    private static final long TEXT_AT = 0x80000;
    private static final long TEXT_BYTES = 0x10000;

    /// What the agent is doing.
    enum State {
        STARTING,
        READY,
        RUNNING,
        DONE,
        STUCK
    }

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
    private static final VarHandle ORDERED_INT = INT.varHandle();

    private final Arena arena;
    private final MemorySegment memory;

    private SharedMemory(MemorySegment memory, Arena arena) {
        this.memory = memory;
        this.arena = arena;
    }

    /// Maps a file, which is made as large as it has to be.
    static SharedMemory of(Path file) throws IOException {
        Arena arena = Arena.ofShared();
        try (var channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            return new SharedMemory(channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES, arena), arena);
        }
    }

    State state() {
        int number = (int) ORDERED_INT.getVolatile(memory, STATE_AT);
        return number >= 0 && number < State.values().length ? State.values()[number] : State.STARTING;
    }

    /// The number of the last program that is over.
    int done() {
        return (int) ORDERED_INT.getVolatile(memory, DONE_AT);
    }

    /// Has a program performed: what was written before is what the agent sees.
    void ask(int number) {
        ORDERED_INT.setVolatile(memory, ASKED_AT, number);
    }

    void patience(int quietMilliseconds, int giveUpMilliseconds) {
        memory.set(INT, QUIET_AT, quietMilliseconds);
        memory.set(INT, GIVE_UP_AT, giveUpMilliseconds);
    }

    void strings(List<String> strings) {
        for (int i = 0; i < strings.size(); i++) {
            byte[] bytes = strings.get(i).getBytes(StandardCharsets.US_ASCII);
            long at = STRINGS_AT + (long) i * STRING_BYTES;
            memory.asSlice(at, STRING_BYTES).fill((byte) 0);
            MemorySegment.copy(bytes, 0, memory, BYTE, at, bytes.length);
        }
    }

    void operations(int process, List<AgentOperation> operations) {
        memory.set(INT, COUNTS_AT + 4L * process, operations.size());
        for (int i = 0; i < operations.size(); i++) {
            write(operations.get(i), OPERATIONS_AT + ((long) process * OPERATIONS + i) * RECORD_BYTES);
            memory.asSlice(outcomeAt(process, i), RECORD_BYTES).fill((byte) 0);
        }
    }

    private void write(AgentOperation operation, long at) {
        memory.set(SHORT, at, (short) operation.code().ordinal());
        memory.set(BYTE, at + 2, (byte) operation.handle());
        memory.set(BYTE, at + 3, (byte) operation.result());
        memory.set(INT, at + 4, operation.delayMicroseconds());
        AgentOperation.Position after = operation.after();
        memory.set(INT, at + 8, after.process());
        memory.set(SHORT, at + 12, (short) after.index());
        memory.set(SHORT, at + 14, (short) after.moment().ordinal());
        memory.set(LONG, at + 16, operation.argument());
        memory.set(INT, at + 24, operation.detail());
        memory.set(INT, at + 28, 0);
    }

    AgentOutcome outcome(int process, int index) {
        long at = outcomeAt(process, index);
        return new AgentOutcome(
                memory.get(LONG, at),
                memory.get(LONG, at + 8),
                memory.get(LONG, at + 16),
                memory.get(INT, at + 24),
                memory.get(INT, at + 28));
    }

    private static long outcomeAt(int process, int index) {
        return OUTCOMES_AT + ((long) process * OPERATIONS + index) * RECORD_BYTES;
    }

    /// When nothing had happened for long for the first time, in nanoseconds of the guest, or 0.
    long stalled() {
        return memory.get(LONG, STALLED_AT);
    }

    /// Where whoever was in flight then slept, and files that were read.
    String text() {
        int length = (int) Math.min(TEXT_BYTES, Math.max(0, memory.get(INT, TEXT_LENGTH_AT)));
        byte[] bytes = memory.asSlice(TEXT_AT, length).toArray(BYTE);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The number of the last errand that the agent sends the host on, 0 before the first.
    int errand() {
        return (int) ORDERED_INT.getVolatile(memory, ERRAND_AT);
    }

    /// The number of the last errand that the host has done.
    int errandDone() {
        return memory.get(INT, ERRAND_AT + 8);
    }

    /// What the errand is.
    String errandText() {
        int index = Math.clamp(memory.get(INT, ERRAND_AT + 4), 0, STRINGS - 1);
        return memory.getString(STRINGS_AT + (long) index * STRING_BYTES, StandardCharsets.US_ASCII);
    }

    /// Answers the last errand, as a system call answers.
    void answerErrand(int number, int answer) {
        memory.set(INT, ERRAND_AT + 12, answer);
        ORDERED_INT.setVolatile(memory, ERRAND_AT + 8, number);
    }

    @Override
    public void close() {
        arena.close();
    }
}
