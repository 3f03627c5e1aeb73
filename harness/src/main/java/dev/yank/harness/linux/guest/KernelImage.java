package dev.yank.harness.linux.guest;

import dev.yank.harness.run.HarnessFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/// A packed kernel for amd64, a loader with the kernel proper inside, which QEMU can start without the loader; so half
/// of the boot is left out.
///
/// Source: "The Linux/x86 Boot Protocol", kernel documentation, H. Peter Anvin and others, 2007.
final class KernelImage {

    private static final int SECTORS_AT = 0x1f1;
    private static final int MAGIC_AT = 0x202;
    private static final int VERSION_AT = 0x206;
    private static final int PAYLOAD_AT = 0x248;
    private static final int LENGTH_AT = 0x24c;
    private static final int MAGIC = 0x53726448; // "HdrS"
    private static final int OLDEST = 0x208;
    private static final int SECTOR = 512;
    private static final int ELF = 0x464c457f;

    /// Of what is packed the last word says how long it was.
    private static final int TRAILER = 4;

    private final byte[] bytes;
    private final ByteBuffer header;

    /// @param bytes the whole file
    KernelImage(byte[] bytes) {
        this.bytes = bytes;
        this.header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The packed kernel proper.
    ///
    /// @throws HarnessFailure if the file is no such kernel
    byte[] payload() {
        boolean isOne = bytes.length > LENGTH_AT + Integer.BYTES
                && header.getInt(MAGIC_AT) == MAGIC
                && (header.getShort(VERSION_AT) & 0xffff) >= OLDEST;
        if (!isOne) {
            throw new HarnessFailure("The kernel of the package is none that the x86 boot protocol describes.");
        }
        int sectors = header.get(SECTORS_AT) & 0xff;
        int from = ((sectors == 0 ? 4 : sectors) + 1) * SECTOR + header.getInt(PAYLOAD_AT);
        int length = header.getInt(LENGTH_AT) - TRAILER;
        if (from < 0 || length < Integer.BYTES || from + length > bytes.length) {
            throw new HarnessFailure("The kernel of the package ends before its payload does.");
        }
        byte[] payload = new byte[length];
        header.get(from, payload);
        return payload;
    }

    /// The program that unpacks it.
    static String unpacker(byte[] payload) {
        int magic = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return switch (magic) {
            case 0x587a37fd -> "xz";
            case 0xfd2fb528 -> "zstd";
            default ->
                throw new HarnessFailure(
                        "The kernel of the package is packed in a way that is not known (%08x).".formatted(magic));
        };
    }

    /// Writes the kernel proper to a file of a folder.
    void unpack(Path folder, String name) throws IOException {
        Path to = folder.resolve(name);
        byte[] payload = payload();
        Path packed = folder.resolve(name + ".packed.tmp");
        Files.write(packed, payload);
        String unpacker = unpacker(payload);
        Commands.require(unpacker, unpacker.equals("xz") ? "xz-utils" : unpacker);
        Commands.output(folder, Map.of(), List.of("sh", "-c", unpacker + " -dc < '" + packed + "' > '" + to + ".tmp'"));
        Files.delete(packed);
        Path unpacked = folder.resolve(name + ".tmp");
        try (var in = Files.newInputStream(unpacked)) {
            if (ByteBuffer.wrap(in.readNBytes(Integer.BYTES))
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getInt()
                    != ELF) {
                throw new HarnessFailure("What was packed in the kernel of the package is no ELF file.");
            }
        }
        Files.move(unpacked, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
