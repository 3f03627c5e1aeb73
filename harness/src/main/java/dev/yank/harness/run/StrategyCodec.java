package dev.yank.harness.run;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of strategies in few bits where they are common, and letter by letter where they are not.
final class StrategyCodec {

    /// New ones go to the end. A name that is not here takes more room, that is all.
    private static final List<String> COMMON = List.of(
            "random",
            "fault sweep",
            "pct",
            "pos",
            "surw",
            "exhaustive",
            "preemption",
            "delay",
            "coverage",
            "replay",
            "portfolio");

    private static final int CODE_BITS = 4;
    private static final int SPELLED = 15;
    private static final int CHARACTER_BITS = 7;
    private static final int LONGEST = 40;
    private static final Pattern NUMBERED = Pattern.compile("(.*)\\(([1-9][0-9]{0,5})\\)");

    private StrategyCodec() {}

    static void write(BitWriter out, String name) {
        Matcher numbered = NUMBERED.matcher(name);
        boolean hasNumber = numbered.matches();
        String word = hasNumber ? numbered.group(1) : name;
        int code = COMMON.indexOf(word);
        out.bits(code >= 0 ? code : SPELLED, CODE_BITS);
        if (code < 0) {
            String spelled = word.substring(0, Math.min(LONGEST, word.length()));
            out.number(spelled.length());
            spelled.chars().forEach(letter -> out.bits(letter < 128 ? letter : '?', CHARACTER_BITS));
        }
        out.number(hasNumber ? Integer.parseInt(numbered.group(2)) : 0);
    }

    static String read(BitReader in) {
        int code = in.bits(CODE_BITS);
        String word;
        if (code == SPELLED) {
            var spelled = new StringBuilder();
            int length = in.number();
            if (length > LONGEST) {
                throw new IllegalArgumentException("it holds a number that is too large");
            }
            for (int i = 0; i < length; i++) {
                spelled.append((char) in.bits(CHARACTER_BITS));
            }
            word = spelled.toString();
        } else if (code < COMMON.size()) {
            word = COMMON.get(code);
        } else {
            throw new IllegalArgumentException("it names a strategy that does not exist");
        }
        int number = in.number();
        return number == 0 ? word : word + "(" + number + ")";
    }
}
