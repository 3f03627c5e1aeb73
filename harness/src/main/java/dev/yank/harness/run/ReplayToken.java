package dev.yank.harness.run;

import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.Schedule;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.RuleId;
import dev.yank.model.trace.KernelEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// One line from which one execution can be repeated and checked: `y1.<driver>.<everything else>`.
///
/// It holds the program, the schedule, the rule that is broken, where it was found, and two bits for each
/// event of the trace. It begins with the version of the format; every change to what an execution does with
/// a schedule raises it. It ends in a checksum.
///
/// @param driver the name of the driver, or the class of a driver that is not the project's
/// @param rule the rule that the execution breaks
/// @param program what is performed
/// @param schedule how
/// @param origin where it was found
/// @param digest the trace
record ReplayToken(String driver, RuleId rule, Program program, Schedule schedule, Origin origin, EventDigest digest) {

    /// Format and meaning of schedules.
    static final String VERSION = "y1";

    private static final Pattern SHAPE = Pattern.compile("(y[0-9]+)\\.([A-Za-z0-9_$.-]+)\\.([A-Za-z0-9_-]+)");
    private static final int CHECKSUM_BYTES = 3;
    private static final int STRATEGY_BITS = 7;
    private static final int FIRST_NAMED_STRATEGY = 121;
    private static final List<String> NAMED_STRATEGIES =
            List.of("pos", "surw", "preemption", "delay", "mutation", "exhaustive", "fault sweep");

    static ReplayToken of(
            String driver, RuleId rule, Program program, Schedule schedule, Origin origin, List<KernelEvent> trace) {
        return new ReplayToken(driver, rule, program, schedule, origin, EventDigest.of(trace));
    }

    /// The token as it is printed.
    String text() {
        var out = new BitWriter();
        out.number(ruleNumber(rule));
        ProgramCodec.write(out, program);
        ProgramCodec.write(out, schedule);
        out.number((int) Math.min(Integer.MAX_VALUE, origin.execution()));
        out.bits(strategyNumber(origin.strategy()), STRATEGY_BITS);
        out.number(origin.operations());
        out.number(origin.switches());
        out.number(digest.events());
        digest.pairs().forEach(pair -> out.bits(pair, 2));
        byte[] content = out.toByteArray();
        byte[] sealed = new byte[content.length + CHECKSUM_BYTES];
        System.arraycopy(content, 0, sealed, 0, content.length);
        long checksum = checksum(driver, content);
        for (int i = 0; i < CHECKSUM_BYTES; i++) {
            sealed[content.length + i] = (byte) (checksum >>> (8 * i));
        }
        return VERSION + "." + driver + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /// Reads a token.
    ///
    /// @throws UsageException where it is damaged or of another version
    static ReplayToken parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new UsageException("This is not a replay token: it should look like " + VERSION
                    + ".<driver>.<letters and digits>; copy the whole last line of a counterexample.");
        }
        if (!matcher.group(1).equals(VERSION)) {
            throw new UsageException("This token was written by another version (" + matcher.group(1)
                    + ") than this one reads (" + VERSION
                    + "), and schedules mean something else there; replay it with the version of Yank that wrote it.");
        }
        try {
            ReplayToken token = open(matcher.group(2), Base64.getUrlDecoder().decode(matcher.group(3)));
            if (!token.text().equals(text.strip())) { // Base64 has bits to spare in the last letter
                throw new IllegalArgumentException("it is not as it was written");
            }
            return token;
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "This token is damaged (" + e.getMessage() + "); copy the whole last line of a counterexample.");
        }
    }

    private static ReplayToken open(String driver, byte[] sealed) {
        if (sealed.length <= CHECKSUM_BYTES) {
            throw new IllegalArgumentException("it ends too early");
        }
        byte[] content = Arrays.copyOf(sealed, sealed.length - CHECKSUM_BYTES);
        long expected = checksum(driver, content);
        for (int i = 0; i < CHECKSUM_BYTES; i++) {
            if (sealed[content.length + i] != (byte) (expected >>> (8 * i))) {
                throw new IllegalArgumentException("its checksum does not fit");
            }
        }
        return read(driver, new BitReader(content));
    }

    private static ReplayToken read(String driver, BitReader in) {
        RuleId rule = ruleOf(in.number());
        Program program = ProgramCodec.readProgram(in);
        Schedule schedule = ProgramCodec.readSchedule(in);
        int execution = in.number();
        String strategy = strategyOf(in.bits(STRATEGY_BITS));
        var origin = new Origin(execution, strategy, in.number(), in.number());
        int events = in.number();
        List<Integer> pairs = new ArrayList<>();
        for (int i = 0; i < EventDigest.count(events); i++) {
            pairs.add(in.bits(2));
        }
        return new ReplayToken(driver, rule, program, schedule, origin, new EventDigest(events, pairs));
    }

    private static long checksum(String driver, byte[] content) {
        var crc = new CRC32();
        crc.update(driver.getBytes(StandardCharsets.UTF_8));
        crc.update(content);
        return crc.getValue();
    }

    /// Rules are numbered by their place in the rule book.
    private static int ruleNumber(RuleId rule) {
        return RuleBook.rules().indexOf(RuleBook.rule(rule));
    }

    private static RuleId ruleOf(int number) {
        if (number >= RuleBook.rules().size()) {
            throw new IllegalArgumentException("it names a rule that does not exist");
        }
        return RuleBook.rules().get(number).id();
    }

    /// From 1 to 99 the depth of pct; others have a number of their own, in which a bound is left out.
    private static int strategyNumber(String strategy) {
        Matcher pct = Pattern.compile("pct\\(([0-9]+)\\)").matcher(strategy);
        if (pct.matches()) {
            return Integer.parseInt(pct.group(1));
        }
        int named = NAMED_STRATEGIES.indexOf(strategy.replaceAll("\\(.*", ""));
        return named < 0 ? 0 : FIRST_NAMED_STRATEGY + named;
    }

    private static String strategyOf(int number) {
        return number == 0
                ? "random"
                : number < FIRST_NAMED_STRATEGY
                        ? "pct(" + number + ")"
                        : NAMED_STRATEGIES.get(Math.min(number - FIRST_NAMED_STRATEGY, NAMED_STRATEGIES.size() - 1));
    }
}
