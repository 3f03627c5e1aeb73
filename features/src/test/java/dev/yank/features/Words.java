package dev.yank.features;

import com.google.errorprone.annotations.Var;
import dev.yank.model.rule.Errno;
import dev.yank.model.rule.PollMask;
import dev.yank.model.rule.RuleId;
import dev.yank.model.spec.device.Response;
import io.cucumber.java.ParameterType;
import java.util.Map;
import java.util.TreeMap;

/// The words in steps that stand for values.
public final class Words {

    private static final Map<String, Integer> MASKS = new TreeMap<>(Map.of(
            "IN", PollMask.POLLIN,
            "PRI", PollMask.POLLPRI,
            "OUT", PollMask.POLLOUT,
            "ERR", PollMask.POLLERR,
            "HUP", PollMask.POLLHUP,
            "NVAL", PollMask.POLLNVAL));

    /// What poll shows.
    record Mask(int bits) {}

    /// A rule by its identifier.
    @ParameterType("R\\d+|K\\d|L1")
    public RuleId rule(String text) {
        return RuleId.parse(text);
    }

    /// Such as `2 openers and 1 unplugger`.
    @ParameterType("\\d+ [a-z]+(?:(?:, | and )\\d+ [a-z]+)*")
    public Cast cast(String text) {
        return Cast.parse(text);
    }

    /// An error such as `ENXIO`, a number, or `success` for 0.
    @ParameterType("success|E[A-Z0-9]+|\\d+")
    public Response answer(String text) {
        if (text.equals("success")) {
            return Response.done(0);
        }
        return Character.isDigit(text.charAt(0))
                ? Response.done(Integer.parseInt(text))
                : Response.failed(Errno.valueOf(text));
    }

    /// Bits such as `HUP|ERR`, or `nothing`.
    @ParameterType("nothing|(?:IN|PRI|OUT|ERR|HUP|NVAL)(?:\\|(?:IN|PRI|OUT|ERR|HUP|NVAL))*")
    public Mask mask(String text) {
        @Var int bits = 0;
        if (!text.equals("nothing")) {
            for (String name : text.split("\\|", -1)) {
                bits |= MASKS.getOrDefault(name, 0);
            }
        }
        return new Mask(bits);
    }
}
