package dev.yank.harness.cli;

import com.google.errorprone.annotations.Var;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A replay token as a user hands it over.
///
/// @param text the token
/// @param classPath where its driver is found; empty for a driver of the project
record ShownToken(String text, String classPath) {

    private static final Pattern TOKEN = Pattern.compile("y[0-9]+\\..+");
    private static final Pattern LINE =
            Pattern.compile("(?m)^\\s*(?:replay\\s+)?\\./yank replay (?:--class-path (\\S+) )?(y[0-9]+\\.\\S+)\\s*$");
    private static final int LOOKED_AT = 1 << 18;

    /// Whether a word may be meant as a token.
    static boolean isLike(String word) {
        return TOKEN.matcher(word).matches();
    }

    /// The token of the last replay command in a file, such as the text of a counterexample.
    static Optional<ShownToken> in(Path file) throws IOException {
        if (Files.size(file) > LOOKED_AT) {
            return Optional.empty();
        }
        Matcher matcher = LINE.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        @Var Optional<ShownToken> last = Optional.empty();
        while (matcher.find()) {
            String path = matcher.group(1);
            last = Optional.of(new ShownToken(matcher.group(2), path == null ? "" : path));
        }
        return last;
    }
}
