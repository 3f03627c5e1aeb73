package dev.yank.harness.linux;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.linux.guest.AgentOutcome;
import dev.yank.harness.linux.guest.AgentRun;
import java.util.ArrayList;
import java.util.List;

/// What a guest did with one program, as a text: all that is judged.
///
/// A line each for the token of the program, the kernel, how the run ended and when nothing had happened for long; for
/// each outcome that the agent noted, under the numbers of its process and operation; for each line of the agent's
/// text and of the kernel's log. Words are parted by tabs.
///
/// @param token the program, and in which guest
/// @param release the kernel's own name
/// @param run what the agent said
/// @param kernelLog what the kernel wrote meanwhile
record RecordedRun(ProgramToken token, String release, AgentRun run, String kernelLog) {

    /// As the judges see it.
    Sighting judged() {
        return Sighting.of(token.program(), token.subject(), run, kernelLog);
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add("token\t" + token.text());
        lines.add("release\t" + release);
        lines.add("end\t" + run.end());
        lines.add("stalled\t" + run.stalled());
        for (int process = 0; process < run.outcomes().size(); process++) {
            @Var int index = 0;
            for (AgentOutcome one : run.outcomes().get(process)) {
                lines.add(String.join(
                        "\t",
                        "outcome",
                        "" + process,
                        "" + index,
                        "" + one.invoked(),
                        "" + one.completed(),
                        "" + one.answer(),
                        "" + one.flags(),
                        Integer.toHexString(one.data())));
                index++;
            }
        }
        run.text().lines().forEach(line -> lines.add("text\t" + line));
        kernelLog.lines().forEach(line -> lines.add("log\t" + line));
        return String.join("\n", lines) + "\n";
    }

    /// @throws IllegalArgumentException if a line is none of a recording
    static RecordedRun parse(String text) {
        @Var String token = "";
        @Var String release = "";
        @Var String end = "";
        @Var long stalled = 0;
        List<List<AgentOutcome>> outcomes = new ArrayList<>();
        var said = new StringBuilder();
        var log = new StringBuilder();
        for (String line : text.lines().toList()) {
            String[] words = line.split("\t", -1);
            String rest = line.substring(words[0].length() + 1);
            switch (words[0]) {
                case "token" -> token = rest;
                case "release" -> release = rest;
                case "end" -> end = rest;
                case "stalled" -> stalled = Long.parseLong(rest);
                case "outcome" -> place(outcomes, words);
                case "text" -> said.append(rest).append('\n');
                case "log" -> log.append(rest).append('\n');
                default -> throw new IllegalArgumentException("No recording has a line '" + line + "'.");
            }
        }
        var run = new AgentRun(AgentRun.End.valueOf(end), outcomes, stalled, said.toString());
        return new RecordedRun(ProgramToken.parse(token), release, run, log.toString());
    }

    private static void place(List<List<AgentOutcome>> outcomes, String[] words) {
        int process = Integer.parseInt(words[1]);
        int index = Integer.parseInt(words[2]);
        while (outcomes.size() <= process) {
            outcomes.add(new ArrayList<>());
        }
        if (outcomes.get(process).size() != index) {
            throw new IllegalArgumentException("Operation " + index + " of process " + process + " is out of order.");
        }
        outcomes.get(process)
                .add(new AgentOutcome(
                        Long.parseLong(words[3]),
                        Long.parseLong(words[4]),
                        Long.parseLong(words[5]),
                        Integer.parseInt(words[6]),
                        Integer.parseUnsignedInt(words[7], 16)));
    }
}
