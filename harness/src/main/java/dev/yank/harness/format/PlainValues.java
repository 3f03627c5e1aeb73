package dev.yank.harness.format;

import com.google.errorprone.annotations.Var;
import java.io.IOException;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import us.bpsm.edn.EdnException;
import us.bpsm.edn.parser.Parser;

/// Single values, such as those on a command line.
public final class PlainValues {

    private PlainValues() {}

    /// The value that a text of EDN stands for, as plain data; nothing is evaluated.
    ///
    /// @throws IllegalArgumentException with one sentence if it is not exactly one value
    public static @Nullable Object edn(String text) {
        try (GuardedReader in = new GuardedReader(new StringReader(text))) {
            Parser parser = PlainData.parser();
            @Var Object value = parser.nextValue(in);
            if (!Parser.END_OF_INPUT.equals(value)) {
                Object plain = PlainData.of(value);
                value = parser.nextValue(in);
                if (Parser.END_OF_INPUT.equals(value)) {
                    return plain;
                }
            }
        } catch (IOException | EdnException | NumberFormatException | UnsupportedOperationException e) {
            throw refuse(text);
        }
        throw refuse(text);
    }

    private static IllegalArgumentException refuse(String text) {
        return new IllegalArgumentException(
                "Expected one value of EDN, such as 0, nil or [1 2], but found '" + text + "'.");
    }
}
