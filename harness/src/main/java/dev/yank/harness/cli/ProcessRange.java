package dev.yank.harness.cli;

import dev.yank.harness.program.Program;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How many processes a program has.
///
/// @param fewest at least
/// @param most at most
record ProcessRange(int fewest, int most) {

    /// Reads `3` or `2..4`.
    static final class Converter implements ITypeConverter<ProcessRange> {

        private static final Pattern SHAPE = Pattern.compile("([0-9]{1,2})(?:\\.\\.([0-9]{1,2}))?");

        @Override
        public ProcessRange convert(String text) {
            Matcher matcher = SHAPE.matcher(text);
            if (matcher.matches()) {
                int fewest = Integer.parseInt(matcher.group(1));
                int most = matcher.group(2) == null ? fewest : Integer.parseInt(matcher.group(2));
                if (fewest >= 1 && fewest <= most && most <= Program.MOST_PROCESSES) {
                    return new ProcessRange(fewest, most);
                }
            }
            throw new TypeConversionException("'" + text + "' is not a number of processes; write one from 1 to "
                    + Program.MOST_PROCESSES + ", or a range such as 2..4.");
        }
    }
}
