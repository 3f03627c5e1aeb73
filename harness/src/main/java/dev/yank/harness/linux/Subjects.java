package dev.yank.harness.linux;

import dev.yank.harness.linux.Action.Effect;
import dev.yank.harness.linux.Action.Waits;
import dev.yank.harness.linux.guest.AgentOperation.Code;
import dev.yank.harness.linux.guest.Architecture;
import dev.yank.harness.run.UsageException;
import dev.yank.harness.targets.Target.Abilities;
import dev.yank.harness.targets.Target.Insight;
import dev.yank.harness.targets.Target.Schedule;
import dev.yank.model.rule.Errno;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.PollMask;
import java.util.ArrayList;
import java.util.List;

/// The subjects that there are.
public final class Subjects {

    private static final List<String> TABLES = List.of("nvme", "uio", "hwrng", "vport", "watchdog", "rtc");
    private static final int READ_WRITE = 2;
    private static final int OK = 0;
    private static final int NODEV = -Errno.ENODEV.number();
    private static final int NOENT = -Errno.ENOENT.number();
    private static final int NXIO = -Errno.ENXIO.number();
    private static final int BUSY = -Errno.EBUSY.number();
    private static final int UNKNOWN = -Errno.EINVAL.number(); // kernels are built without the first version
    private static final int HANG_UP = PollMask.POLLHUP | PollMask.POLLERR;
    private static final String CHIP = "chip";
    private static final String LINE = "line";
    private static final String EVENTS = "v1 event";
    private static final String OLD_LINE = "v1 line";
    private static final List<Integer> LINES = List.of(0, 1, 2, 4); // line 3 is the power button's

    private Subjects() {}

    /// All of them.
    public static List<Subject> all() {
        List<Subject> all = new ArrayList<>(List.of(pl061()));
        TABLES.forEach(name -> all.add(SubjectTable.ofProject(name)));
        return List.copyOf(all);
    }

    /// What a stock kernel can do, as far as some subjects are concerned.
    public static Abilities abilities(List<Subject> subjects) {
        return new Abilities(
                "linux",
                Schedule.OBSERVED,
                Insight.LOG,
                subjects.stream().map(Subject::name).toList());
    }

    /// The subject with a name.
    public static Subject named(String name) {
        return all().stream()
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no subject '" + name
                        + "' of the target linux; there is "
                        + String.join(", ", all().stream().map(Subject::name).toList()) + "."));
    }

    /// The character devices of gpiolib in front of the PL061 of QEMU's machine virt.
    ///
    /// Source: `gpiolib-cdev.c` and `include/uapi/linux/gpio.h`, Linux 6.1, 2022.
    private static Subject pl061() {
        List<Action> actions = new ArrayList<>();
        actions.add(open(CHIP));
        actions.add(access("chip info", Code.GPIO_CHIP_INFO, CHIP, 0));
        actions.add(access("chip line-info", Code.GPIO_LINE_INFO, CHIP, 1));
        actions.add(new Action(
                "chip watch",
                Code.GPIO_WATCH,
                CHIP,
                "",
                1,
                0,
                Effect.ACCESS,
                -1,
                List.of(OK, BUSY),
                List.of(NODEV),
                Waits.NO));
        for (int line : LINES) {
            actions.add(take("chip take-input " + line, Code.GPIO_LINE, LINE, line, 0, -1));
            actions.add(take("chip take-low " + line, Code.GPIO_LINE, LINE, line, 1, 0));
            actions.add(take("chip take-high " + line, Code.GPIO_LINE, LINE, line, 2, 1));
            actions.add(take("chip take-edges " + line, Code.GPIO_LINE, LINE, line, 3, -1));
            actions.add(take("chip v1-take-low " + line, Code.GPIO_V1_LINE, OLD_LINE, line, 1, 0));
            actions.add(take("chip v1-take-events " + line, Code.GPIO_V1_EVENT, EVENTS, line, 0, -1));
        }
        actions.add(level("line get", Code.GPIO_GET, LINE, Effect.GET_LEVEL, 0, 0));
        actions.add(level("line set-low", Code.GPIO_SET, LINE, Effect.SET_LEVEL, 0, 0));
        actions.add(level("line set-high", Code.GPIO_SET, LINE, Effect.SET_LEVEL, 1, 1));
        actions.add(configure("line make-input", 0, -1));
        actions.add(configure("line make-low", 1, 0));
        actions.add(configure("line make-high", 2, 1));
        actions.add(level("v1 line get", Code.GPIO_V1_GET, OLD_LINE, Effect.GET_LEVEL, 0, 0));
        actions.add(level("v1 line set-low", Code.GPIO_V1_SET, OLD_LINE, Effect.SET_LEVEL, 0, 0));
        actions.add(level("v1 line set-high", Code.GPIO_V1_SET, OLD_LINE, Effect.SET_LEVEL, 1, 1));
        actions.add(level("v1 event get", Code.GPIO_V1_GET, EVENTS, Effect.GET_LEVEL, 0, 0));
        for (String kind : List.of(CHIP, LINE, EVENTS)) {
            actions.add(read(kind));
            actions.add(poll(kind, "poll", 0, Waits.NO));
            actions.add(poll(kind, "poll-wait", -1, Waits.YES));
        }
        for (String kind : List.of(CHIP, LINE, OLD_LINE, EVENTS)) {
            actions.add(new Action(
                    kind + " close", Code.CLOSE, kind, "", 0, 0, Effect.CLOSE, -1, List.of(OK), List.of(OK), Waits.NO));
        }
        actions.addAll(nemesis());
        return new Subject(
                "pl061",
                Architecture.ARM64,
                Policy.DEFAULT,
                List.of(
                        "/sys/bus/amba/devices/9030000.pl061 gpiochip",
                        "/sys/bus/amba/drivers/pl061_gpio/unbind",
                        "/sys/bus/amba/drivers/pl061_gpio/bind",
                        "9030000.pl061"),
                actions);
    }

    private static Action open(String kind) {
        return new Action(
                "open " + kind,
                Code.OPEN,
                "",
                kind,
                0,
                READ_WRITE,
                Effect.OPEN,
                -1,
                List.of(),
                List.of(NOENT, NODEV, NXIO),
                Waits.NO);
    }

    private static Action access(String name, Code code, String on, long argument) {
        return new Action(name, code, on, "", argument, 0, Effect.ACCESS, -1, List.of(OK), List.of(NODEV), Waits.NO);
    }

    private static Action take(String name, Code code, String makes, int line, int kind, int level) {
        return new Action(
                name,
                code,
                CHIP,
                makes,
                line,
                kind,
                Effect.TAKE_LINE,
                level,
                name.contains("v1") ? List.of(OK, BUSY, UNKNOWN) : List.of(OK, BUSY),
                List.of(NODEV, NXIO), // ENXIO: its interrupt has gone
                Waits.NO);
    }

    private static Action configure(String name, int kind, int level) {
        return new Action(
                name,
                Code.GPIO_CONFIG,
                LINE,
                "",
                0,
                kind,
                Effect.CONFIGURE,
                level,
                List.of(OK),
                List.of(NODEV),
                Waits.NO);
    }

    private static Action level(String name, Code code, String on, Effect effect, int argument, int level) {
        return new Action(name, code, on, "", argument, 0, effect, level, List.of(OK), List.of(NODEV), Waits.NO);
    }

    private static Action read(String kind) {
        return new Action(
                kind + " read", Code.READ, kind, "", 512, 0, Effect.ACCESS, -1, List.of(OK), List.of(NODEV), Waits.YES);
    }

    private static Action poll(String kind, String name, int milliseconds, Waits waits) {
        return new Action(
                kind + " " + name,
                Code.POLL,
                kind,
                "",
                milliseconds,
                PollMask.POLLIN,
                Effect.ACCESS,
                -1,
                waits == Waits.YES ? List.of(PollMask.POLLIN) : List.of(OK, PollMask.POLLIN),
                List.of(HANG_UP),
                waits);
    }

    private static List<Action> nemesis() {
        return List.of(
                new Action("unbind", Code.SYSFS, "", "", 1, 3, Effect.REMOVE, -1, List.of(OK), List.of(), Waits.NO),
                new Action("bind", Code.SYSFS, "", "", 2, 3, Effect.RESTORE, -1, List.of(OK), List.of(), Waits.NO));
    }
}
