package dev.yank.harness.format;

/// A file is not the history that it should be. The message is one sentence that names the file and the line and
/// says what was expected.
public final class MalformedHistoryException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 300;

    /// @param file the name of the file
    /// @param line the line, from 1
    /// @param sentence what was expected and what is there, ending in a full stop
    public MalformedHistoryException(String file, int line, String sentence) {
        super(printable(file + ":" + line + ": " + sentence));
    }

    /// One line of a bearable length, whatever the file holds.
    private static String printable(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST - 2) + "…." : text;
        StringBuilder out = new StringBuilder(cut.length());
        cut.codePoints()
                .forEach(c -> out.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c));
        return out.toString();
    }
}
