package dev.yank.harness.format;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.Entry;
import dev.yank.model.spec.classic.Answer;
import dev.yank.model.spec.classic.Keyed;
import dev.yank.model.spec.classic.RecordedSpec;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Reads files that hold recorded histories.
public final class HistoryFiles {

    private static final int LOOKED_AT = 4096;

    private HistoryFiles() {}

    /// How a file is written.
    public enum Format {
        /// Op maps as Jepsen stores them; also the key-value logs that Porcupine is tested with.
        EDN,
        /// One JSON object a line.
        JSON_LINES,
        /// The console log of Jepsen against etcd.
        ETCD_LOG;

        private HistoryReader reader() {
            return switch (this) {
                case EDN -> new EdnHistory();
                case JSON_LINES -> new JsonLinesHistory();
                case ETCD_LOG -> new EtcdLogHistory();
            };
        }
    }

    /// The format of a file, told by its name and its first characters.
    public static Format formatOf(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json")) {
            return Format.JSON_LINES;
        }
        if (name.endsWith(".edn")) {
            return Format.EDN;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            String start = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1).stripLeading();
            if (start.startsWith("INFO")) {
                return Format.ETCD_LOG;
            }
            return start.startsWith("{\"") ? Format.JSON_LINES : Format.EDN;
        }
    }

    /// Reads a file.
    ///
    /// @throws MalformedHistoryException at the first line that is not as expected
    /// @throws IOException if the file cannot be read at all
    public static RecordedHistory read(Path file, Partition partition) throws IOException, MalformedHistoryException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(String.valueOf(file), in, formatOf(file), partition);
        }
    }

    /// Reads a file and what its operations mean to a specification; of the file itself nothing is kept.
    ///
    /// @param stop asked now and then; says whether to stop reading
    /// @throws MalformedHistoryException at the first line that is not as expected
    /// @throws ReadingStoppedException if it was stopped
    /// @throws IOException if the file cannot be read at all
    public static <O> List<Entry<Keyed.At<O>, Answer>> entries(
            Path file, Partition partition, RecordedSpec<?, O> spec, BooleanSupplier stop)
            throws IOException, MalformedHistoryException {
        String name = String.valueOf(file);
        try (InputStream in = Files.newInputStream(file)) {
            return read(
                    in,
                    name,
                    formatOf(file),
                    new Pairing<>(name, partition, new EntryMaker<>(name, spec), new Events(stop)));
        }
    }

    /// Reads a stream.
    ///
    /// @param name what to call it in sentences
    /// @throws MalformedHistoryException at the first line that is not as expected
    public static RecordedHistory read(String name, InputStream in, Format format, Partition partition)
            throws IOException, MalformedHistoryException {
        Meaning<RecordedOperation> itself = operation -> operation;
        return new RecordedHistory(
                name, read(in, name, format, new Pairing<>(name, partition, itself, new Events(() -> false))));
    }

    private static <T> List<T> read(InputStream in, String name, Format format, Pairing<T> pairing)
            throws IOException, MalformedHistoryException {
        var counting = new LineCount(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        try {
            format.reader().read(name, new BufferedReader(counting), pairing);
        } catch (CharacterCodingException e) {
            throw new MalformedHistoryException(
                    name, counting.line, "expected UTF-8, but there are bytes from here on that are not.");
        }
        return pairing.results();
    }

    /// Counts the lines that were decoded.
    private static final class LineCount extends Reader {

        private final Reader reader;

        @Var
        private int line = 1;

        LineCount(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            int count = reader.read(into, from, length);
            for (int i = from; i < from + count; i++) {
                line += into[i] == '\n' ? 1 : 0;
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
