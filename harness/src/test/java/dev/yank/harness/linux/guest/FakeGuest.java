package dev.yank.harness.linux.guest;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.linux.guest.AgentOperation.Code;
import dev.yank.model.rule.Errno;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// Stands in for QEMU in tests: says what its control protocol has to say, and performs removals and bindings as the
/// agent would. It does not end when nobody listens any more, as QEMU does not. Whoever finds a file `silent` beside
/// the folder of the fakes when it is asked for a program takes it away and says nothing any more.
final class FakeGuest {

    private static final int SLOT = 0x40000;
    private static final int SLOTS = 0x100000;

    /// The number of the string that stands for the file `bind`.
    private static final long BIND = 2;

    private FakeGuest() {}

    /// Answers for as long as it lives.
    ///
    /// @param arguments those of QEMU
    public static void main(String[] arguments) throws IOException {
        if (Arrays.asList(arguments).contains("--version")) {
            say("a fake of QEMU");
            return;
        }
        String pid = "" + ProcessHandle.current().pid();
        Files.createFile(Path.of(System.getProperty("fake.pids"), pid));
        Path shared = Path.of(Arrays.stream(arguments)
                .filter(argument -> argument.contains("mem-path="))
                .map(argument -> argument.replaceFirst(".*mem-path=([^,]*),.*", "$1"))
                .findFirst()
                .orElseThrow());
        Thread.ofPlatform().daemon().start(() -> control(System.getProperty("fake.pids")));
        try (var channel = FileChannel.open(shared, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            perform(channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size()));
        }
    }

    private static boolean isToFallSilent() throws IOException {
        return Files.deleteIfExists(Path.of(System.getProperty("fake.pids")).resolveSibling("silent"));
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void control(String folder) {
        say("{\"QMP\":{}}");
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line : (Iterable<String>) lines.lines()::iterator) {
                say(line.contains("query-status") ? "{\"return\":{\"status\":\"paused\"}}" : "{\"return\":{}}");
            }
        } catch (IOException e) {
            throw new IllegalStateException("No more is said in " + folder + ".", e);
        }
    }

    private static void perform(MappedByteBuffer memory) throws IOException {
        memory.order(ByteOrder.LITTLE_ENDIAN).putInt(12, 1);
        @Var boolean isBound = true;
        @Var boolean isSilent = false;
        while (true) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
            int done = memory.getInt(20);
            if (memory.getInt(16) != done) {
                isSilent = isSilent || isToFallSilent();
            }
            if (memory.getInt(16) != done && !isSilent) {
                isBound = program(memory, SLOTS + (done + 1) % 8 * SLOT, isBound);
                memory.putInt(20, done + 1);
            }
        }
    }

    /// One process after the other.
    ///
    /// @return whether a driver is bound in the end
    private static boolean program(MappedByteBuffer memory, int slot, boolean wasBound) {
        @Var boolean isBound = wasBound;
        for (int process = 0; process < 8; process++) {
            for (int i = 0; i < memory.getInt(slot + 4 * process); i++) {
                int operation = slot + 0x1000 + (process * 256 + i) * 32;
                int outcome = slot + 0x11000 + (process * 256 + i) * 32;
                long file = memory.getLong(operation + 16);
                boolean isPerformed = memory.getShort(operation) == Code.SYSFS.ordinal() && file <= BIND;
                memory.putLong(outcome, System.nanoTime());
                boolean isBind = file == BIND;
                memory.putLong(outcome + 16, isBind == isBound ? -Errno.ENODEV.number() : 0);
                isBound = isPerformed ? isBind : isBound;
                memory.putInt(outcome + 24, isPerformed ? 0 : 1);
                memory.putLong(outcome + 8, System.nanoTime());
            }
        }
        memory.putInt(slot + 108, 3);
        return isBound;
    }
}
