package dev.yank.harness.linux;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.linux.guest.AgentOperation.Moment;
import dev.yank.harness.linux.guest.AgentOperation.Position;
import dev.yank.harness.linux.guest.Architecture;
import dev.yank.harness.linux.guest.Flavour;
import dev.yank.harness.linux.guest.KernelLine;
import dev.yank.harness.run.UsageException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// A program of this target as one word, with the guest and the subject that it is for, and what it showed.
///
/// @param flavour which guest
/// @param subject which driver
/// @param signature what it showed, or nothing
/// @param program the program
public record ProgramToken(Flavour flavour, Subject subject, Optional<String> signature, NodeProgram program) {

    /// How every such word begins; the number grows when it would mean something else.
    public static final String PREFIX = "l1.";

    private static final int LONGEST = 1 << 16;

    /// The word.
    public String text() {
        var lines = new StringBuilder(signature.orElse("")).append('\n');
        for (List<Step> process : program.processes()) {
            for (Step step : process) {
                Position after = step.after();
                lines.append(String.join(
                                "\t",
                                step.action().name(),
                                "" + step.handle(),
                                "" + step.made(),
                                "" + step.delayMicroseconds(),
                                "" + after.process(),
                                "" + after.index(),
                                "" + after.moment().ordinal()))
                        .append('\n');
            }
            lines.append("--\n");
        }
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(lines.toString().getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        byte[] packed = new byte[LONGEST];
        int length = deflater.deflate(packed);
        deflater.end();
        String base = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(packed, length));
        return PREFIX + flavour.text() + "." + subject.name() + "." + base;
    }

    /// Reads a word.
    ///
    /// @throws UsageException with one sentence if it is none
    public static ProgramToken parse(String text) {
        try {
            int last = text.lastIndexOf('.');
            int middle = text.lastIndexOf('.', last - 1);
            String guest = text.substring(PREFIX.length(), middle);
            int dash = guest.indexOf('-');
            var flavour = new Flavour(
                    Architecture.named(guest.substring(0, dash)), KernelLine.numbered(guest.substring(dash + 1)));
            Subject subject = Subjects.named(text.substring(middle + 1, last));
            List<String> lines = inflated(text.substring(last + 1)).lines().toList();
            Optional<String> signature = Optional.of(lines.getFirst()).filter(line -> !line.isEmpty());
            return new ProgramToken(flavour, subject, signature, program(subject, lines.subList(1, lines.size())));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DataFormatException e) {
            throw new UsageException("This is not a whole token of the target linux, which looks like " + PREFIX
                    + "<guest>.<subject>.<program>; copy the whole last line of a finding.");
        }
    }

    private static String inflated(String base) throws DataFormatException {
        var inflater = new Inflater(true);
        inflater.setInput(Base64.getUrlDecoder().decode(base));
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        @Var int got = inflater.inflate(buffer);
        while (got > 0 && out.size() < 64 * LONGEST) {
            out.write(buffer, 0, got);
            got = inflater.inflate(buffer);
        }
        boolean isWhole = inflater.finished();
        inflater.end();
        if (!isWhole) {
            throw new DataFormatException("cut off");
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static NodeProgram program(Subject subject, List<String> lines) {
        List<List<Step>> processes = new ArrayList<>();
        @Var List<Step> steps = new ArrayList<>();
        for (String line : lines) {
            if (line.equals("--")) {
                processes.add(steps);
                steps = new ArrayList<>();
            } else {
                String[] words = line.split("\t", -1);
                steps.add(new Step(
                        subject.action(words[0]),
                        Integer.parseInt(words[1]),
                        Integer.parseInt(words[2]),
                        new Position(
                                Integer.parseInt(words[4]),
                                Integer.parseInt(words[5]),
                                Moment.values()[Integer.parseInt(words[6])]),
                        Integer.parseInt(words[3])));
            }
        }
        return new NodeProgram(processes);
    }
}
