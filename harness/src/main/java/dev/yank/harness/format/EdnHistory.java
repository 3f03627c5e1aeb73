package dev.yank.harness.format;

import com.google.errorprone.annotations.Var;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import us.bpsm.edn.EdnException;
import us.bpsm.edn.EdnIOException;
import us.bpsm.edn.parser.Parser;

/// EDN: op maps one after another, or in one vector or list. Unknown tags are dropped, so that op records read
/// as maps; nothing is evaluated.
final class EdnHistory implements HistoryReader {

    private static final int END = -1;

    @Override
    public void read(String file, Reader text, OpConsumer consumer) throws IOException, MalformedHistoryException {
        GuardedReader in = new GuardedReader(text);
        try {
            read(in, consumer);
        } catch (GuardedReader.RefusedException e) {
            throw new MalformedHistoryException(file, in.line(), String.valueOf(e.getMessage()));
        } catch (EdnIOException e) {
            // The parser wraps what reading throws.
            if (e.getCause() instanceof CharacterCodingException wrong) {
                throw wrong;
            }
            String sentence =
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new MalformedHistoryException(file, in.line(), String.valueOf(sentence));
        } catch (EdnException | NumberFormatException | UnsupportedOperationException e) {
            throw new MalformedHistoryException(
                    file,
                    in.line(),
                    "expected EDN, such as {:process 0, :type :invoke, :f :read, :value nil}, but " + reason(e) + ".");
        } catch (NotAMap e) {
            throw new MalformedHistoryException(
                    file,
                    e.line,
                    "expected an op map, such as {:process 0, :type :invoke, :f :read, :value nil}, but found "
                            + e.found + ".");
        }
    }

    private static void read(GuardedReader in, OpConsumer consumer) throws IOException, MalformedHistoryException {
        Parser parser = PlainData.parser();
        @Var int closing = END;
        @Var boolean begun = false;
        while (true) {
            int next = skip(in);
            int line = in.line();
            if (next == closing) {
                if (closing == END) {
                    return;
                }
                in.read();
                closing = END;
                continue;
            }
            if (next == END) {
                throw new EdnException("the file ends before '" + (char) closing + "'");
            }
            if (!begun && (next == '[' || next == '(')) {
                in.read();
                closing = next == '[' ? ']' : ')';
                begun = true;
                continue;
            }
            if (begun && closing == END) {
                throw new EdnException("something follows the last bracket");
            }
            Object value = nextValue(parser, in);
            if (Parser.END_OF_INPUT.equals(value)) {
                continue;
            }
            Map<String, @Nullable Object> fields = PlainData.fields(value);
            if (fields == null) {
                throw new NotAMap(line, PlainData.of(value));
            }
            consumer.accept(new OpMap(fields, line));
        }
    }

    /// Where assertions are on, the parser trips over names such as `:a/` that it takes elsewhere.
    private static Object nextValue(Parser parser, GuardedReader in) {
        try {
            return parser.nextValue(in);
        } catch (AssertionError e) {
            throw new EdnException("a keyword or symbol is not written as one");
        }
    }

    /// Passes over white space and comments, and tells what comes then without taking it.
    private static int skip(GuardedReader in) throws IOException {
        while (true) {
            @Var int c = in.read();
            if (c == ';') {
                while (c != '\n' && c != END) {
                    c = in.read();
                }
            }
            if (c == END || (!Character.isWhitespace(c) && c != ',')) {
                if (c != END) {
                    in.unread(c);
                }
                return c;
            }
        }
    }

    /// The parser's words, without a full stop.
    private static String reason(RuntimeException e) {
        String message = e.getMessage() == null ? "it cannot be read" : e.getMessage();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static final class NotAMap extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final String found;

        NotAMap(int line, @Nullable Object found) {
            this.line = line;
            this.found = found == null ? "nil" : found.toString();
        }
    }
}
