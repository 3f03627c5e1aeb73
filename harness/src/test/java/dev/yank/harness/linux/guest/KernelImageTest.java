package dev.yank.harness.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.harness.run.HarnessFailure;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class KernelImageTest {

    private static final byte[] XZ = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0, 1, 2, 3};

    /// A loader of two sectors, then what is packed 0x30 bytes further on, with its length behind it.
    private static byte[] kernel(byte[] payload) {
        ByteBuffer file =
                ByteBuffer.allocate(3 * 512 + 0x30 + payload.length + 4 + 100).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0x1f1, (byte) 2);
        file.put(0x202, (byte) 'H')
                .put(0x203, (byte) 'd')
                .put(0x204, (byte) 'r')
                .put(0x205, (byte) 'S');
        file.putShort(0x206, (short) 0x20f);
        file.putInt(0x248, 0x30).putInt(0x24c, payload.length + 4);
        file.put(3 * 512 + 0x30, payload);
        return file.array();
    }

    @Test
    void theKernelProperIsWhereTheHeaderSaysWithoutItsTrailer() {
        assertThat(new KernelImage(kernel(XZ)).payload()).isEqualTo(XZ);
    }

    @Test
    void whatUnpacksItIsKnownFromItsFirstBytes() {
        assertThat(KernelImage.unpacker(XZ)).isEqualTo("xz");
        assertThat(KernelImage.unpacker(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd}))
                .isEqualTo("zstd");
        assertThatThrownBy(() -> KernelImage.unpacker(new byte[8]))
                .isInstanceOf(HarnessFailure.class)
                .hasMessageContaining("packed in a way that is not known");
    }

    @Test
    void aFileThatIsNoKernelOrIsCutOffIsRefusedInOneSentence() {
        assertThatThrownBy(() -> new KernelImage(new byte[4096]).payload()).isInstanceOf(HarnessFailure.class);
        byte[] whole = kernel(XZ);
        assertThatThrownBy(() -> new KernelImage(Arrays.copyOf(whole, 3 * 512 + 0x32)).payload())
                .isInstanceOf(HarnessFailure.class)
                .hasMessageContaining("ends before");
    }
}
