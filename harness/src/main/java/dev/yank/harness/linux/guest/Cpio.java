package dev.yank.harness.linux.guest;

import com.google.errorprone.annotations.Var;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// An archive that the kernel unpacks as its first file system.
///
/// The same entries in the same order give the same bytes.
///
/// Source: "initramfs buffer format", kernel documentation, Al Viro and H. Peter Anvin, 2002.
final class Cpio {

    private static final int FOLDER = 0040755;
    private static final int PROGRAM = 0100755;
    private static final int CHARACTER_DEVICE = 0020600;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Var
    private int number;

    /// A folder, after the one that holds it.
    Cpio folder(String name) {
        entry(name, FOLDER, new byte[0], 0, 0);
        return this;
    }

    /// A file that may be executed.
    Cpio file(String name, byte[] content) {
        entry(name, PROGRAM, content, 0, 0);
        return this;
    }

    /// A device node.
    Cpio device(String name, int major, int minor) {
        entry(name, CHARACTER_DEVICE, new byte[0], major, minor);
        return this;
    }

    /// The whole archive.
    byte[] bytes() {
        entry("TRAILER!!!", 0, new byte[0], 0, 0);
        return out.toByteArray();
    }

    private void entry(String name, int mode, byte[] content, int major, int minor) {
        number++;
        int[] fields = {
            number, mode, 0, 0, 1, 0, content.length, 0, 0, major, minor, name.length() + 1, 0,
        };
        var header = new StringBuilder("070701");
        for (int field : fields) {
            header.append("%08X".formatted(field));
        }
        out.writeBytes((header + name + '\0').getBytes(StandardCharsets.US_ASCII));
        pad();
        out.writeBytes(content);
        pad();
    }

    private void pad() {
        while (out.size() % 4 != 0) {
            out.write(0);
        }
    }
}
