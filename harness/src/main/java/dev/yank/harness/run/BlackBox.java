package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.DecisionLog;
import dev.yank.harness.schedule.Schedule;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file that knows what each worker is performing, before it performs it, so that the execution which brings the
/// JVM down can be repeated.
///
/// The file is mapped into memory: what is written survives the end of the process, however it comes, though not a
/// loss of power. A slot a worker holds the driver, the program and, one byte each, the decisions so far.
public final class BlackBox implements AutoCloseable {

    /// An execution that a run did not see the end of.
    ///
    /// @param worker who performed it, from 0
    /// @param driver how tokens name the driver
    /// @param execution how many executions that worker had begun
    /// @param token repeats it, as far as it got
    public record Lost(int worker, String driver, long execution, String token) {}

    private static final int MAGIC = 0x796b6232;
    private static final int HEADER = 4096;
    private static final int RUNNING = 1;
    private static final int FINISHED = 2;

    /// Offsets in the header and in a slot.
    private static final int MAGIC_AT = 0;

    private static final int STATE_AT = 4;
    private static final int WORKERS_AT = 8;
    private static final int LENGTH_AT = 8;
    private static final int EXECUTION_AT = 16;
    private static final int DRIVER_AT = 32;
    private static final int PROGRAM_AT = 512;
    private static final int DECISIONS_AT = 4096;
    private static final int SLOT = 16_384;
    private static final int MOST_DECISIONS = SLOT - DECISIONS_AT - 2;

    private static final int END = 0xff;
    private static final int ORDINARY = 0x40;

    private final MappedByteBuffer memory;

    private BlackBox(MappedByteBuffer memory) {
        this.memory = memory;
    }

    /// A new file for so many workers; an old one is overwritten.
    ///
    /// @throws IOException where it cannot be written
    public static BlackBox create(Path file, int workers) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            MappedByteBuffer memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, HEADER + (long) workers * SLOT);
            memory.order(ByteOrder.LITTLE_ENDIAN);
            memory.putInt(MAGIC_AT, MAGIC);
            memory.putInt(WORKERS_AT, workers);
            memory.putInt(STATE_AT, RUNNING);
            return new BlackBox(memory);
        }
    }

    /// The run came to its end, one way or another, and said what it had to say.
    @Override
    public void close() {
        memory.putInt(STATE_AT, FINISHED);
    }

    /// The executions that are being performed, or were when the run broke off.
    public List<Lost> lost() {
        return lost(memory);
    }

    /// The executions in which the run that wrote `file` broke off; none where it did not, or where there is no such
    /// file.
    public static List<Lost> lost(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < HEADER) {
                return List.of();
            }
            MappedByteBuffer memory = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            memory.order(ByteOrder.LITTLE_ENDIAN);
            return lost(memory);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<Lost> lost(MappedByteBuffer memory) {
        List<Lost> lost = new ArrayList<>();
        int workers = memory.getInt(WORKERS_AT);
        if (memory.getInt(MAGIC_AT) != MAGIC
                || memory.getInt(STATE_AT) != RUNNING
                || memory.capacity() < HEADER + (long) workers * SLOT) {
            return lost;
        }
        for (int worker = 0; worker < workers; worker++) {
            var slot = new Slot(memory, HEADER + worker * SLOT);
            if (memory.getInt(slot.start + STATE_AT) == RUNNING) {
                lost.add(slot.read(worker));
            }
        }
        return lost;
    }

    /// The place of a worker.
    Slot slot(int worker) {
        return new Slot(memory, HEADER + worker * SLOT);
    }

    /// What one worker is performing. For that worker only.
    static final class Slot implements DecisionLog {

        private final MappedByteBuffer memory;
        private final int start;

        @Var
        private @Nullable Program written;

        @Var
        private long execution;

        private Slot(MappedByteBuffer memory, int start) {
            this.memory = memory;
            this.start = start;
        }

        /// An execution is about to begin.
        @SuppressWarnings("ReferenceEquality") // the same program object is the common case
        void begins(String driver, Program program) {
            if (program != written) {
                write(driver, program);
                written = program;
            }
            memory.putLong(start + EXECUTION_AT, ++execution);
            memory.put(start + DECISIONS_AT, (byte) END);
            memory.putInt(start + STATE_AT, RUNNING);
        }

        private void write(String driver, Program program) {
            var out = new BitWriter();
            ProgramCodec.write(out, program);
            byte[] name = driver.getBytes(StandardCharsets.UTF_8);
            byte[] content = out.toByteArray();
            boolean fits = name.length <= PROGRAM_AT - DRIVER_AT && content.length <= DECISIONS_AT - PROGRAM_AT;
            memory.putInt(start + LENGTH_AT, fits ? name.length << 16 | content.length : 0);
            if (fits) {
                memory.put(start + DRIVER_AT, name);
                memory.put(start + PROGRAM_AT, content);
            }
        }

        @Override
        public void decided(int decision, int task, int ordinary) {
            if (decision < MOST_DECISIONS) {
                int entry = task == ordinary ? task | ORDINARY : task;
                memory.putShort(start + DECISIONS_AT + decision, (short) (END << 8 | entry));
            }
        }

        /// It is over.
        void ends() {
            memory.putInt(start + STATE_AT, 0);
        }

        private Lost read(int worker) {
            int lengths = memory.getInt(start + LENGTH_AT);
            byte[] name = new byte[lengths >>> 16];
            byte[] content = new byte[lengths & 0xffff];
            memory.get(start + DRIVER_AT, name);
            memory.get(start + PROGRAM_AT, content);
            String driver = new String(name, StandardCharsets.UTF_8);
            Program program = ProgramCodec.readProgram(new BitReader(content));
            Schedule schedule = schedule();
            long number = memory.getLong(start + EXECUTION_AT);
            var origin = new Origin(
                    number, "replay", program.size(), schedule.preemptions().size());
            var unseen = new EventDigest(0, List.of());
            String token = new ReplayToken(driver, Optional.empty(), program, schedule, origin, unseen).text();
            return new Lost(worker, driver, number, token);
        }

        private Schedule schedule() {
            List<Schedule.Preemption> preemptions = new ArrayList<>();
            for (int decision = 0; decision < MOST_DECISIONS; decision++) {
                int entry = memory.get(start + DECISIONS_AT + decision) & 0xff;
                if (entry == END) {
                    break;
                }
                if ((entry & ORDINARY) == 0) {
                    preemptions.add(new Schedule.Preemption(decision, entry));
                }
            }
            return new Schedule(preemptions);
        }
    }
}
