package dev.yank.harness.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.linux.guest.AgentOperation.Code;
import dev.yank.harness.linux.guest.AgentOperation.Moment;
import dev.yank.harness.linux.guest.AgentOperation.Position;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What lies where, as the README of the agent says.
final class SharedMemoryTest {

    @TempDir
    private Path folder;

    @Test
    void operationsStringsAndOutcomesLieWhereTheAgentLooksForThem() throws IOException {
        Path file = folder.resolve("shared");
        try (SharedMemory memory = SharedMemory.of(file)) {
            memory.strings(List.of("first", "second"));
            memory.operations(
                    9,
                    2,
                    List.of(
                            AgentOperation.of(Code.CLOSE, 1, 0, 0),
                            new AgentOperation(
                                    Code.GPIO_LINE, 3, 4, new Position(1, 200, Moment.COMPLETED), 70_000, -2, 9)));
            memory.patience(400, 4000);
            memory.ask(17);
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.capacity()).isEqualTo(4 << 20);
        int slot = 0x100000 + 0x40000; // of program 9, or 1, or 17
        assertThat(bytes.getInt(16)).isEqualTo(17);
        assertThat(bytes.getInt(24)).isEqualTo(400);
        assertThat(bytes.getInt(slot + 2 * 4)).isEqualTo(2);
        assertThat(bytes.get(0x1080)).isEqualTo((byte) 's');
        int at = slot + 0x1000 + (2 * 256 + 1) * 32;
        assertThat(bytes.getShort(at)).isEqualTo((short) 13);
        assertThat(bytes.get(at + 2)).isEqualTo((byte) 3);
        assertThat(bytes.get(at + 3)).isEqualTo((byte) 4);
        assertThat(bytes.getInt(at + 4)).isEqualTo(70_000);
        assertThat(bytes.getInt(at + 8)).isEqualTo(1);
        assertThat(bytes.getShort(at + 12)).isEqualTo((short) 200);
        assertThat(bytes.getShort(at + 14)).isEqualTo((short) 1);
        assertThat(bytes.getLong(at + 16)).isEqualTo(-2);
        assertThat(bytes.getInt(at + 24)).isEqualTo(9);
        assertThat(bytes.getInt(at - 32 + 8)).isEqualTo(-1);
    }
}
