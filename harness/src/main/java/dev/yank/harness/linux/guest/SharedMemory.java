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
    static final int OPERATIONS = 256;

    /// How many programs there is room for.
    static final int SLOTS = 8;

    static final int STRINGS = 32;
    static final int STRING_BYTES = 128;

    private static final long RECORD_BYTES = 32;
    private static final long STATE_AT = 12;
    private static final long ASKED_AT = 16;
    private static final long DONE_AT = 20;
    private static final long QUIET_AT = 24;
    private static final long GIVE_UP_AT = 28;
    private static final long SEEN_AT = 32;
    private static final long BEATS_AT = 36;
    private static final long ERRAND_AT = 0x100;
    private static final long STRINGS_AT = 0x1000;
    private static final long SLOTS_AT = 0x100000;
    private static final long SLOT_BYTES = 0x40000;

    // within a slot
    private static final long STALLED_AT = 96;
    private static final long TEXT_LENGTH_AT = 104;
    private static final long END_AT = 108;
    private static final long OPERATIONS_AT = 0x1000;
    private static final long OUTCOMES_AT = 0x11000;
    private static final long TEXT_AT = 0x21000;
    private static final long TEXT_BYTES = 0x10000;

    /// What the agent is doing.
    enum State {
        STARTING,
        READY,
        RUNNING,
        DONE,
        STUCK,
        /// The kernel has written to its log; the agent waits until that was read.
        WARNED
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
        return state(STATE_AT);
    }

    /// How a program ended that is over.
    State end(int program) {
        return state(slotAt(program) + END_AT);
    }

    private State state(long at) {
        int number = (int) ORDERED_INT.getVolatile(memory, at);
        return number >= 0 && number < State.values().length ? State.values()[number] : State.STARTING;
    }

    /// The number of the last program that is over.
    int done() {
        return (int) ORDERED_INT.getVolatile(memory, DONE_AT);
    }

    /// What grows while a program is performed, as long as the agent gets to run; 0 before the first.
    int beats() {
        return (int) ORDERED_INT.getVolatile(memory, BEATS_AT);
    }

    /// The log of a program was read: the agent may go on.
    void seen(int program) {
        ORDERED_INT.setVolatile(memory, SEEN_AT, program);
    }

    /// Has programs performed up to one: what was written before is what the agent sees.
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

    private static long slotAt(int program) {
        return SLOTS_AT + program % SLOTS * SLOT_BYTES;
    }

    void operations(int program, int process, List<AgentOperation> operations) {
        long slot = slotAt(program);
        memory.set(INT, slot + 4L * process, operations.size());
        for (int i = 0; i < operations.size(); i++) {
            write(operations.get(i), slot + OPERATIONS_AT + ((long) process * OPERATIONS + i) * RECORD_BYTES);
            memory.asSlice(outcomeAt(program, process, i), RECORD_BYTES).fill((byte) 0);
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

    AgentOutcome outcome(int program, int process, int index) {
        long at = outcomeAt(program, process, index);
        return new AgentOutcome(
                memory.get(LONG, at),
                memory.get(LONG, at + 8),
                memory.get(LONG, at + 16),
                memory.get(INT, at + 24),
                memory.get(INT, at + 28));
    }

    private static long outcomeAt(int program, int process, int index) {
        return slotAt(program) + OUTCOMES_AT + ((long) process * OPERATIONS + index) * RECORD_BYTES;
    }

    /// When nothing had happened for long for the first time, in nanoseconds of the guest, or 0.
    long stalled(int program) {
        return memory.get(LONG, slotAt(program) + STALLED_AT);
    }

    /// Where whoever was in flight then slept, and files that were read.
    String text(int program) {
        long slot = slotAt(program);
        int length = (int) Math.min(TEXT_BYTES, Math.max(0, memory.get(INT, slot + TEXT_LENGTH_AT)));
        byte[] bytes = memory.asSlice(slot + TEXT_AT, length).toArray(BYTE);
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
