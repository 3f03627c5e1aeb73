package dev.yank.harness.format;

import com.google.errorprone.annotations.Var;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/// The lines of a text, counted, none longer than is reasonable.
final class Lines {

    static final int LONGEST = 1 << 20;

    private final String file;
    private final Reader text;

    @Var
    private int number;

    Lines(String file, Reader text) {
        this.file = file;
        this.text = text;
    }

    /// The number of the line that was read last, from 1.
    int number() {
        return number;
    }

    /// The next line without its end, or null at the end of the text.
    @Nullable
    String next() throws IOException, MalformedHistoryException {
        StringBuilder line = new StringBuilder();
        @Var int c = text.read();
        if (c < 0) {
            return null;
        }
        number++;
        while (c >= 0 && c != '\n') {
            if (line.length() == LONGEST) {
                throw refuse("expected lines of at most " + LONGEST + " characters, but this one is longer.");
            }
            line.append((char) c);
            c = text.read();
        }
        return line.toString().strip();
    }

    MalformedHistoryException refuse(String sentence) {
        return new MalformedHistoryException(file, number, sentence);
    }
}
