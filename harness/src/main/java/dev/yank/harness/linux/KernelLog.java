package dev.yank.harness.linux;

import dev.yank.model.rule.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a kernel says of itself on its console when something is wrong with it.
final class KernelLog {

    private static final int LINES = 60;
    private static final Pattern STAMP = Pattern.compile("^(?:<[0-9]+>)?\\[ *[0-9.]+\\](?:\\[ *[TC][0-9]+\\])? ?");
    private static final Pattern FRAME =
            Pattern.compile("^ *(?:\\[<[0-9a-f]+>\\] )?([A-Za-z_][\\w.]*)\\+0x[0-9a-f]+/0x.*");
    private static final Pattern BEGINS =
            Pattern.compile(".*(?:BUG:? |BUG [\\w-]+.*:|Unable to handle kernel|Internal error:|WARNING: CPU|WARNING:"
                + " .* at |refcount_t:|Oops|general protection fault|list_(?:add|del) corruption|INFO: task .* blocked"
                + " for more|possible circular locking).*");
    private static final Pattern GOES_ON = Pattern.compile(".*(?:Internal error:|Oops).*");
    private static final Pattern PLUMBING =
            Pattern.compile("(?:dump_|show_|__warn|report_bug|bug_handler|call_break|brk_"
                + "|do_debug|el[01]|do_mem_abort|die|__die|do_page_fault|do_translation|__do_kernel|asm_|exc_|ret_from"
                + "|kthread|print_|object_err|check_|free_to_partial|__slab|kfence|kmem_cache|kfree|__kmem"
                + "|refcount_warn|slab_|init_object|alloc_debug|free_debug|panic|invoke_syscall|do_syscall|entry_"
                + "|__arm64_sys|__x64_sys|__se_sys|vfs_|ksys_).*");

    /// gpiolib says so at every removal of a chip of which somebody has a line.
    static final String HARMLESS = "REMOVING GPIOCHIP WITH GPIOS STILL REQUESTED";

    private KernelLog() {}

    /// What is said in a part of a console, up to the first report after which nothing can be believed.
    static List<Accusation> judge(String console) {
        List<String> lines = console.lines()
                .map(line -> STAMP.matcher(line).replaceFirst(""))
                .toList();
        Map<String, Accusation> reports = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (BEGINS.matcher(lines.get(i)).matches()) {
                Accusation report = accusation(lines.subList(i, end(lines, i)));
                reports.putIfAbsent(report.signature(), report);
                if (!isWarning(report)) {
                    break; // what comes after an oops comes of it
                }
            }
        }
        return List.copyOf(reports.values());
    }

    /// Whether a report begins in a line.
    static boolean begins(String line) {
        return BEGINS.matcher(line).matches();
    }

    /// Where the report that begins at a line ends: where the next one begins.
    private static int end(List<String> lines, int begin) {
        int last = Math.min(lines.size(), begin + LINES);
        for (int i = begin + 1; i < last; i++) {
            boolean begins = BEGINS.matcher(lines.get(i)).matches()
                    && !GOES_ON.matcher(lines.get(i)).matches();
            if (begins || lines.get(i).contains("[ cut here ]")) {
                return i;
            }
        }
        return last;
    }

    /// Whether the kernel went on as before.
    static boolean isWarning(Accusation report) {
        return report.signature().contains("WARNING");
    }

    private static Accusation accusation(List<String> report) {
        String first = report.getFirst().strip();
        List<String> frames = frames(report);
        String where = frames.stream()
                .filter(frame -> !PLUMBING.matcher(frame).matches())
                .findFirst()
                .orElse("nowhere");
        String rule = rule(first, report, frames);
        return new Accusation(
                RuleId.parse(rule),
                rule + " " + kind(first) + " in " + where,
                "The kernel says: " + first,
                List.of(),
                report.stream().limit(40).toList());
    }

    private static String rule(String first, List<String> report, List<String> frames) {
        if (frames.contains("cdev_put") || isOwnerOfFreedDevice(report, frames)) {
            return "R39";
        }
        if (frames.contains("remove_proc_entry") && frames.contains("unregister_irq_proc")) {
            return "R24";
        }
        if (first.contains("refcount_t: underflow")) {
            return "R2";
        }
        if (first.contains("refcount_t")) {
            return "R1";
        }
        if (first.contains("blocked for more")) {
            return "R29";
        }
        if (first.contains("circular locking")) {
            return "K3";
        }
        if (first.contains("scheduling while atomic") || first.contains("sleeping function")) {
            return "K1";
        }
        return isFreedMemory(report) ? "R34" : "R36";
    }

    /// Letting a character device go ends with letting its owner go, which compilers make one with whoever closes a
    /// file.
    private static boolean isOwnerOfFreedDevice(List<String> report, List<String> frames) {
        int at = frames.indexOf("module_put");
        return at >= 0
                && at + 1 < frames.size()
                && frames.subList(at, frames.size()).stream()
                        .filter(frame -> !frame.equals("module_put"))
                        .findFirst()
                        .filter(frame -> frame.equals("__fput"))
                        .isPresent()
                && isFreedMemory(report);
    }

    private static boolean isFreedMemory(List<String> report) {
        return report.stream()
                .anyMatch(line ->
                        line.contains("6b6b6b6b") || line.contains("use-after-free") || line.contains("Poison"));
    }

    private static String kind(String first) {
        return first.replaceAll("\\+0x[0-9a-f]+/0x.*", "")
                .replaceAll(", probably for non-canonical address.*|: [0-9a-f]{4} \\[#[0-9]+\\].*", "")
                .replaceAll("[0-9a-f]{8,}", "…")
                .replaceAll("[0-9]+", "N")
                .replaceAll("WARNING: CPU: N PID: N at ", "WARNING at ")
                .replaceAll(" +", " ");
    }

    private static List<String> frames(List<String> report) {
        List<String> frames = new ArrayList<>();
        for (String line : report) {
            Matcher matcher =
                    FRAME.matcher(line.replaceFirst("^(?:pc|lr) : ", "").replaceFirst("^RIP: [0-9]+:", ""));
            if (matcher.matches()) {
                frames.add(matcher.group(1));
            }
        }
        return frames;
    }
}
