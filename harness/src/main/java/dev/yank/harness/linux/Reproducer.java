package dev.yank.harness.linux;

import dev.yank.harness.linux.guest.AgentOperation;
import dev.yank.harness.linux.guest.AgentOperation.Code;
import dev.yank.harness.linux.guest.VirtualMachine;
import dev.yank.harness.run.HarnessFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes C programs of findings, which need nothing of Yank.
///
/// They hold copies of those functions of the agent that they use, and run as the only program of a guest or as root
/// of a machine that has the device.
public final class Reproducer {

    private static final String FRAME = "reproducer.c.txt";

    private final Map<String, String> functions;
    private final String frame;

    private Reproducer(Map<String, String> functions, String frame) {
        this.functions = functions;
        this.frame = frame;
    }

    /// Reads what reproducers are made of.
    ///
    /// @param agent the folder with the sources of the agent
    public static Reproducer of(Path agent) {
        try {
            return new Reproducer(
                    functions(Files.readString(agent.resolve("operations.h"))), Files.readString(agent.resolve(FRAME)));
        } catch (IOException e) {
            throw new HarnessFailure("The sources of the agent cannot be read in " + agent + ".");
        }
    }

    /// The text between `op:` and `end`, by name.
    static Map<String, String> functions(String header) {
        Map<String, String> functions = new LinkedHashMap<>();
        for (String part : List.of(header.split("/\\* op: ", -1)).subList(1, header.split("/\\* op: ", -1).length)) {
            String name = part.substring(0, part.indexOf(" */"));
            functions.put(name, part.substring(part.indexOf('\n') + 1, part.indexOf("/* end */")));
        }
        return functions;
    }

    /// The source of a finding.
    public String source(CampaignResult result, Found found) {
        NodeProgram program = HandMade.of(found.smallest().program(), result.subject());
        Accusation accusation = found.accusation();
        String about = accusation.rule() + ": " + accusation.sentence() + "\n\nLinux "
                + result.image().release() + ", booted with: " + result.image().bootOptions()
                + "\nShown in " + found.reliability().map(Reliability::toString).orElse("1 of 1") + " runs.\n\n"
                + "Compile:  " + (result.image().flavour().text().startsWith("arm64") ? "aarch64-linux-gnu-gcc" : "gcc")
                + " -O2 -static -pthread -o init reproducer.c\n"
                + "As the only program of a guest:\n"
                + VirtualMachine.archiveByHand(result.image()) + "\n"
                + String.join(" ", VirtualMachine.commandByHand(result.image(), HandMade.devices(result.subject())))
                + "\nOr as root on a machine that has the device.";
        return frame.replace(
                        "@ABOUT@",
                        about.lines()
                                .map(line -> (" * " + line).stripTrailing())
                                .collect(Collectors.joining("\n")))
                .replace("@FUNCTIONS@", copies(program, HandMade.preparation(result.subject())))
                .replace("@PREPARATION@", preparation(result.subject()))
                .replace("@PROCESSES@", "" + program.processes().size())
                .replace(
                        "@STEPS@",
                        ""
                                + program.processes().stream()
                                        .mapToInt(List::size)
                                        .max()
                                        .orElse(1))
                .replace("@BODIES@", bodies(result.subject(), program))
                .replace("@TABLE@", table(program));
    }

    private static String preparation(Subject subject) {
        return HandMade.preparation(subject).stream()
                .map(action -> "\t" + call(subject, new Step(action, 0, 0, AgentOperation.Position.NONE, 0)) + ";\n")
                .collect(Collectors.joining());
    }

    private String copies(NodeProgram program, List<Action> before) {
        var needed = new TreeSet<String>();
        needed.add("answer");
        needed.add("sysfs");
        Stream.concat(
                        before.stream(),
                        program.processes().stream().flatMap(List::stream).map(Step::action))
                .map(action -> function(action.code()))
                .forEach(name -> {
                    needed.add(name);
                    if (name.equals("open") || name.equals("await-node")) {
                        needed.add("find");
                    }
                    if (name.equals("gpio-line") || name.equals("gpio-config")) {
                        needed.add("gpio-line-flags");
                    }
                });
        return functions.entrySet().stream()
                .filter(one -> needed.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("\n"));
    }

    private static String function(Code code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String bodies(Subject subject, NodeProgram program) {
        var text = new StringBuilder();
        for (int p = 0; p < program.processes().size(); p++) {
            text.append("static void *process_").append(p).append("(void *unused)\n{\n\t(void)unused;\n");
            List<Step> steps = program.processes().get(p);
            for (int i = 0; i < steps.size(); i++) {
                text.append(step(subject, p, i, steps.get(i)));
            }
            text.append("\treturn NULL;\n}\n\n");
        }
        return text.toString();
    }

    private static String step(Subject subject, int process, int index, Step step) {
        var text = new StringBuilder();
        AgentOperation.Position after = step.after();
        if (after.process() >= 0) {
            text.append("\tawait(")
                    .append(after.process())
                    .append(", ")
                    .append(after.index())
                    .append(", ");
            text.append(after.moment() == AgentOperation.Moment.INVOKED ? "INVOKED" : "COMPLETED")
                    .append(");\n");
        }
        if (step.delayMicroseconds() > 0) {
            text.append("\tpause_for(").append(step.delayMicroseconds()).append(");\n");
        }
        text.append("\tbegin(").append(process).append(", ").append(index).append(", \"");
        text.append(step.action().name()).append("\");\n\t");
        String call = call(subject, step);
        boolean needsFile = !step.action().on().isEmpty();
        String guarded = needsFile ? "files[" + step.handle() + "] < 0 ? -EBADF : " + call : call;
        String end = "end(" + process + ", " + index + ", ";
        if (step.action().makesFile()) {
            text.append(end)
                    .append("files[")
                    .append(step.made())
                    .append("] = ")
                    .append(guarded)
                    .append(");\n");
        } else {
            text.append(end).append(guarded).append(");\n");
        }
        return text.toString();
    }

    private static String call(Subject subject, Step step) {
        Action action = step.action();
        String file = "files[" + step.handle() + "]";
        String name = "op_" + action.code().name().toLowerCase(Locale.ROOT);
        return switch (action.code()) {
            case SYSFS ->
                name + "(\"" + subject.strings().get((int) action.argument()) + "\", \""
                        + subject.strings().get(action.detail()) + "\")";
            case OPEN, AWAIT_NODE -> {
                String node = subject.strings().get((int) action.argument());
                int end = node.contains(" ") ? node.indexOf(' ') : node.lastIndexOf('/');
                yield name + "(\"" + node.substring(0, end) + "\", \"" + node.substring(end + 1) + "\", "
                        + action.detail() + ")";
            }
            case AWAIT_DRIVER ->
                name + "(\"" + subject.strings().get((int) action.argument()) + "\", " + action.detail() + ")";
            case CLOSE, CLOSE_MAGIC, GPIO_CHIP_INFO, GPIO_GET, GPIO_V1_GET -> name + "(" + file + ")";
            case READ -> name + "(" + file + ", " + action.argument() + ", (unsigned char[4096]){ 0 })";
            case WRITE -> name + "(" + file + ", " + action.argument() + ", " + action.detail() + ")";
            case POLL -> name + "(" + file + ", " + action.detail() + ", " + action.argument() + ")";
            case IOCTL -> name + "(" + file + ", " + action.detail() + "u, " + action.argument() + ")";
            case IOCTL_BUFFER ->
                name + "(" + file + ", " + action.detail() + "u, " + action.argument()
                        + ", (unsigned char[4096]){ 0 })";
            case GPIO_LINE, GPIO_V1_LINE -> name + "(" + file + ", " + action.argument() + ", " + action.detail() + ")";
            case GPIO_CONFIG -> name + "(" + file + ", " + action.detail() + ")";
            case MMAP_READ, GPIO_LINE_INFO, GPIO_WATCH, GPIO_SET, GPIO_V1_EVENT, GPIO_V1_SET ->
                name + "(" + file + ", " + action.argument() + ")";
            case PAUSE, WAIT_ALL, READ_FILE, HOST ->
                throw new IllegalStateException(action.name() + " is not part of programs.");
        };
    }

    private static String table(NodeProgram program) {
        var text = new StringBuilder();
        for (int p = 0; p < program.processes().size(); p++) {
            text.append(p == 0 ? "process_" : ", process_").append(p);
        }
        return text.toString();
    }
}
