package dev.yank.harness.run;

import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.Schedule;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.RuleId;
import dev.yank.model.trace.KernelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line from which one execution can be repeated and checked:
/// `y3.<driver>.<program>.<schedule>.<trace>`.
///
/// The program is there with the rule that is broken, the trace as two bits for an event and with where it
/// was found; so the line is enough, without the seed. It begins with the version of the format; every
/// change to what an execution does with a schedule raises it. Each part ends in a check of its own, which
/// says where a damaged token is damaged, and the line ends in a check of the whole.
///
/// A token of an execution that nobody saw end has neither rule nor trace.
///
/// @param driver the name of the driver, or the class of a driver that is not the project's; of a mutant
///     with the name of the mutation
/// @param rule the rule that the execution breaks, if that is known
/// @param program what is performed
/// @param schedule how
/// @param origin where it was found
/// @param digest the trace; of no events where it is not known
record ReplayToken(
        String driver, Optional<RuleId> rule, Program program, Schedule schedule, Origin origin, EventDigest digest) {

    /// Format and meaning of schedules.
    static final String VERSION = "y3";

    private static final String LETTERS = "([A-Za-z0-9_-]*)";
    private static final Pattern BEGINNING = Pattern.compile("(y[0-9]+)\\..*");
    private static final Pattern SHAPE =
            Pattern.compile("y[0-9]+\\.([A-Za-z0-9_$.~@:#-]+)\\." + LETTERS + "\\." + LETTERS + "\\." + LETTERS);
    private static final int PART_CHECK = 2;
    private static final int WHOLE_CHECK = 3;

    static ReplayToken of(
            String driver, RuleId rule, Program program, Schedule schedule, Origin origin, List<KernelEvent> trace) {
        return new ReplayToken(driver, Optional.of(rule), program, schedule, origin, EventDigest.of(trace));
    }

    /// The token as it is printed.
    String text() {
        var what = new BitWriter();
        what.number(rule.map(ReplayToken::ruleNumber).orElse(0));
        ProgramCodec.write(what, program);
        var how = new BitWriter();
        ProgramCodec.write(how, schedule);
        var seen = new BitWriter();
        OriginCodec.write(seen, origin);
        seen.number(digest.events());
        digest.pairs().forEach(pair -> seen.bits(pair, 2));
        String parts = VERSION + "." + driver + "." + part(what) + "." + part(how) + "." + part(seen);
        return parts + Letters.check(parts, WHOLE_CHECK);
    }

    private static String part(BitWriter content) {
        String letters = Letters.of(content);
        return letters + Letters.check(letters, PART_CHECK);
    }

    /// Reads a token.
    ///
    /// @throws UsageException where it is damaged or of another version
    static ReplayToken parse(String text) {
        String line = text.strip();
        Matcher beginning = BEGINNING.matcher(line);
        if (!beginning.matches()) {
            throw new UsageException("This is not a replay token: it should look like " + VERSION
                    + ".<driver>.<program>.<schedule>.<trace>; copy the whole last line of a counterexample.");
        }
        if (!beginning.group(1).equals(VERSION)) {
            throw new UsageException("This token was written by another version (" + beginning.group(1)
                    + ") than this one reads (" + VERSION
                    + "), and schedules mean something else there; replay it with the version of Yank that wrote it.");
        }
        Matcher parts = SHAPE.matcher(line);
        if (!parts.matches()) {
            throw damaged(
                    "a token has a driver, a program, a schedule and a trace, with dots between them, and letters,"
                            + " digits, - and _ within");
        }
        return read(parts, line);
    }

    private static ReplayToken read(Matcher parts, String line) {
        BitReader what = open("program", parts.group(2));
        BitReader how = open("schedule", parts.group(3));
        String last = parts.group(4);
        BitReader seen = open("trace", last.substring(0, Math.max(0, last.length() - WHOLE_CHECK)));
        int end = line.length() - WHOLE_CHECK;
        if (!line.substring(end).equals(Letters.check(line.substring(0, end), WHOLE_CHECK))) {
            throw damaged("its parts are whole but do not belong together, or the driver is misspelt, or the end is"
                    + " missing");
        }
        try {
            ReplayToken token = read(parts.group(1), what, how, seen);
            if (!token.text().equals(line)) { // there are bits to spare in the last letters
                throw new IllegalArgumentException("it is not as it was written");
            }
            return token;
        } catch (IllegalArgumentException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    private static BitReader open(String name, String part) {
        int end = Math.max(0, part.length() - PART_CHECK);
        String letters = part.substring(0, end);
        if (!part.substring(end).equals(Letters.check(letters, PART_CHECK))) {
            throw damaged("its " + name + " part, '" + part + "', is not as it was written");
        }
        return Letters.read(letters);
    }

    private static UsageException damaged(String how) {
        return new UsageException("This token is damaged (" + how + "); copy the whole last line of a counterexample.");
    }

    private static ReplayToken read(String driver, BitReader what, BitReader how, BitReader seen) {
        Optional<RuleId> rule = ruleOf(what.number());
        Program program = ProgramCodec.readProgram(what);
        Schedule schedule = ProgramCodec.readSchedule(how);
        Origin origin = OriginCodec.read(seen);
        int events = seen.number();
        List<Integer> pairs = new ArrayList<>();
        for (int i = 0; i < EventDigest.count(events); i++) {
            pairs.add(seen.bits(2));
        }
        return new ReplayToken(driver, rule, program, schedule, origin, new EventDigest(events, pairs));
    }

    /// Rules are numbered by their place in the rule book, from 1.
    private static int ruleNumber(RuleId rule) {
        return 1 + RuleBook.rules().indexOf(RuleBook.rule(rule));
    }

    private static Optional<RuleId> ruleOf(int number) {
        if (number > RuleBook.rules().size()) {
            throw new IllegalArgumentException("it names a rule that does not exist");
        }
        return number == 0
                ? Optional.empty()
                : Optional.of(RuleBook.rules().get(number - 1).id());
    }
}
