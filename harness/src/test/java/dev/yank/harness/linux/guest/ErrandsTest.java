package dev.yank.harness.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ErrandsTest {

    private static final String DONE = "{\"return\": {}}\n";
    private static final String GONE = "{\"event\": \"DEVICE_DELETED\", \"data\": {\"device\": \"disk\", \"path\":"
            + " \"/machine/peripheral/disk\"}}\n";
    private static final String OTHER_GONE =
            "{\"event\": \"DEVICE_DELETED\", \"data\": {\"path\": \"/machine/peripheral/disk/backend\"}}\n";

    @TempDir
    private Path folder;

    @Test
    void theAgentsErrandIsWhatQemuIsTold() throws IOException {
        var said = new StringWriter();
        try (SharedMemory memory = memory("device_add nvme,id=disk,bus=port4")) {
            errands(DONE, said, memory).look();
            assertThat(memory.errandDone()).isEqualTo(1);
        }
        assertThat(said.toString())
                .contains("\"device_add\"", "\"driver\":\"nvme\"", "\"id\":\"disk\"", "\"bus\":\"port4\"");
    }

    @Test
    void aDeviceIsUnpluggedWhenTheGuestHasLetItGo() throws IOException, InterruptedException {
        try (SharedMemory memory = memory("device_del disk")) {
            Errands errands = errands(DONE, new StringWriter(), memory);
            errands.look();
            errands.look();
            assertThat(memory.errandDone()).isZero();
        }
        try (SharedMemory memory = memory("device_del disk")) {
            Errands errands = errands(DONE + OTHER_GONE + GONE, new StringWriter(), memory);
            errands.look();
            Thread.sleep(100); // events come by a thread of their own
            errands.look();
            assertThat(memory.errandDone()).isEqualTo(1);
        }
    }

    @Test
    void whatQemuRefusesIsAnErrorNumber() throws IOException {
        try (SharedMemory memory = memory("device_del disk")) {
            errands("{\"error\": {\"desc\": \"Device 'disk' not found\"}}\n", new StringWriter(), memory)
                    .look();
            assertThat(memory.errandDone()).isEqualTo(1);
            assertThat(answer()).isEqualTo(-19);
        }
        try (SharedMemory memory = memory("reboot")) {
            errands("", new StringWriter(), memory).look();
            assertThat(answer()).isEqualTo(-22);
        }
    }

    private SharedMemory memory(String errand) throws IOException {
        SharedMemory memory = SharedMemory.of(folder.resolve("shared"));
        memory.strings(List.of("first", errand));
        memory.answerErrand(0, 0);
        ByteBuffer words = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        words.putInt(1).putInt(1).flip();
        try (FileChannel file = FileChannel.open(folder.resolve("shared"), StandardOpenOption.WRITE)) {
            file.write(words, 0x100);
        }
        return memory;
    }

    private int answer() throws IOException {
        ByteBuffer word = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel file = FileChannel.open(folder.resolve("shared"), StandardOpenOption.READ)) {
            file.read(word, 0x10c);
        }
        return word.getInt(0);
    }

    private static Errands errands(String answers, StringWriter said, SharedMemory memory) {
        return new Errands(new Qmp(new BufferedReader(new StringReader("{\"QMP\": {}}\n" + answers)), said), memory);
    }
}
