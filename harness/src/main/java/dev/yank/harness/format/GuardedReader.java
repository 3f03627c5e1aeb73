package dev.yank.harness.format;

import com.google.errorprone.annotations.Var;
import java.io.IOException;
import java.io.Reader;
import us.bpsm.edn.parser.Parseable;

/// Hands EDN to the parser character by character, counts lines, and stops at what would take the parser too
/// deep or too long.
final class GuardedReader implements Parseable {

    static final int DEEPEST = 100;
    static final int LONGEST_WORD = 1000;

    /// What was refused; the sentence follows the file and the line.
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        RefusedException(String sentence) {
            super(sentence);
        }
    }

    private enum Inside {
        NOTHING,
        STRING,
        ESCAPE,
        COMMENT,
        CHARACTER
    }

    private static final int NOTHING_UNREAD = -2;

    private final Reader reader;

    @Var
    private int unread = NOTHING_UNREAD;

    @Var
    private int line = 1;

    @Var
    private int depth;

    /// How many tags wait for the value that they tag.
    @Var
    private int tags;

    @Var
    private int word;

    @Var
    private Inside inside = Inside.NOTHING;

    GuardedReader(Reader reader) {
        this.reader = reader;
    }

    int line() {
        return line;
    }

    @Override
    public int read() throws IOException {
        if (unread != NOTHING_UNREAD) {
            int c = unread;
            unread = NOTHING_UNREAD;
            return c;
        }
        int c = reader.read();
        if (c == '\n') {
            line++;
        }
        watch(c);
        return c;
    }

    @Override
    public void unread(int c) {
        unread = c;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private void watch(int c) throws RefusedException {
        switch (inside) {
            case STRING ->
                inside = switch (c) {
                    case '"' -> Inside.NOTHING;
                    case '\\' -> Inside.ESCAPE;
                    default -> Inside.STRING;
                };
            case ESCAPE -> inside = Inside.STRING;
            case CHARACTER -> inside = Inside.NOTHING;
            case COMMENT -> inside = c == '\n' ? Inside.NOTHING : Inside.COMMENT;
            case NOTHING -> watchOutside(c);
        }
    }

    private void watchOutside(int c) throws RefusedException {
        switch (c) {
            case '"' -> inside = Inside.STRING;
            case '\\' -> inside = Inside.CHARACTER;
            case ';' -> inside = Inside.COMMENT;
            case '[', '(', '{' -> depth++;
            case ']', ')', '}' -> depth = Math.max(0, depth - 1);
            case '#' -> tags++;
            default -> {
                if (word == 0 && !Character.isWhitespace(c)) {
                    tags = 0;
                }
            }
        }
        if (depth > DEEPEST) {
            throw new RefusedException("expected no more than " + DEEPEST + " nested brackets, but there are more.");
        }
        if (tags > DEEPEST) {
            throw new RefusedException("expected no more than " + DEEPEST + " tags in a row, but there are more.");
        }
        word = Character.isWhitespace(c) || "[](){}\",;".indexOf(c) >= 0 ? 0 : word + 1;
        if (word > LONGEST_WORD) {
            throw new RefusedException("expected numbers and words of at most " + LONGEST_WORD
                    + " characters, but there is a longer one.");
        }
    }
}
