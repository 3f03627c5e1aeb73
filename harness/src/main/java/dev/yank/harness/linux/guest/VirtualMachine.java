package dev.yank.harness.linux.guest;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.run.HarnessFailure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One running QEMU. It is killed when the thread that started it ends, however that comes about.
public final class VirtualMachine implements AutoCloseable {

    private static final long BOOT_S = 300;
    private static final long POLL_MS = 1;

    /// Who was to be told of the death of Yank, and was too late to hear of it, does not even begin.
    private static final String UNLESS_ORPHANED = "[ $PPID = $1 ] || exit 1; shift; exec \"$@\"";

    /// How long a line takes from the kernel's log to the file of its console.
    private static final long CONSOLE_MS = 30;

    private final Process process;
    private final Qmp qmp;
    private final SharedMemory memory;
    private final Errands errands;
    private final Path folder;

    /// The number of the last program that was handed over.
    @Var
    private int programs;

    @Var
    private int seenOfConsole;

    @Var
    private double cpuSeconds;

    /// What was handed over and is not collected, oldest first.
    private final Deque<List<List<AgentOperation>>> ahead = new ArrayDeque<>();

    private VirtualMachine(Process process, Qmp qmp, SharedMemory memory, Path folder) {
        this.process = process;
        this.qmp = qmp;
        this.memory = memory;
        this.errands = new Errands(qmp, memory);
        this.folder = folder;
    }

    /// Boots an image; the agent is ready when this returns.
    ///
    /// @param folder where the files of the running machine are: its console and the shared memory
    public static VirtualMachine boot(Image image, Path folder) {
        return start(image, folder, List.of());
    }

    /// Begins to load an image's snapshot; [#resume] goes on from there.
    public static VirtualMachine load(Image image, Path folder) {
        return start(image, folder, List.of("-incoming", "exec:cat '" + image.snapshot() + "'"));
    }

    /// Goes on from the snapshot that was loaded.
    public void resume() {
        awaitStatus();
        seenOfConsole = console().length();
        qmp.ask("cont");
    }

    private static VirtualMachine start(Image image, Path folder, List<String> more) {
        try {
            Files.createDirectories(folder);
            Path shared = folder.resolve("shared");
            Files.deleteIfExists(shared);
            Files.deleteIfExists(folder.resolve("console"));
            SharedMemory memory = SharedMemory.of(shared);
            Process process = new ProcessBuilder(command(image, folder, more))
                    .redirectError(folder.resolve("complaints").toFile())
                    .start();
            var machine =
                    new VirtualMachine(process, new Qmp(process.inputReader(), process.outputWriter()), memory, folder);
            machine.begin(more.isEmpty());
            return machine;
        } catch (IOException e) {
            throw new HarnessFailure("QEMU cannot be started (" + e.getMessage() + ").");
        }
    }

    /// Leaves nothing behind if it fails.
    private void begin(boolean boots) {
        try {
            qmp.ask("qmp_capabilities");
            if (boots) {
                awaitAgent();
            }
        } catch (HarnessFailure failure) {
            close();
            throw failure;
        }
    }

    private static List<String> command(Image image, Path folder, List<String> more) {
        Architecture architecture = image.flavour().architecture();
        List<String> command = new ArrayList<>();
        if (Commands.isThere("setpriv")) {
            command.addAll(List.of("setpriv", "--pdeathsig", "KILL", "sh", "-c", UNLESS_ORPHANED, "sh"));
            command.add("" + ProcessHandle.current().pid());
        }
        command.add(architecture.emulator());
        command.addAll(architecture.machine());
        command.addAll(List.of(
                "-accel",
                "tcg,thread=" + (more.isEmpty() ? architecture.bootThreads() : "multi"),
                "-m",
                "256",
                "-smp",
                "2",
                "-display",
                "none"));
        command.addAll(List.of("-no-reboot", "-nodefaults", "-qmp", "stdio"));
        command.addAll(List.of("-serial", "file:" + folder.resolve("console")));
        String shared = folder.resolve("shared").toString();
        command.addAll(List.of(
                "-object",
                "memory-backend-file,id=shared,share=on,mem-path=" + shared + ",size=" + SharedMemory.BYTES,
                "-device",
                "ivshmem-plain,memdev=shared,master=on"));
        command.addAll(Devices.options(architecture));
        command.addAll(List.of(
                "-kernel", image.kernel().toString(), "-initrd", image.initrd().toString()));
        command.addAll(List.of("-append", image.bootOptions()));
        command.addAll(more);
        return command;
    }

    /// How the program `init` becomes the first file system, for reproducers: with the modules of the guest, if any.
    public static String archiveByHand(Image image) {
        Path initrd = image.initrd();
        return switch (image.flavour().architecture()) {
            case ARM64 -> "echo init | cpio -o -H newc > reproducer.cpio";
            case AMD64 -> "(cat " + initrd + "; echo init | cpio -o -H newc) > reproducer.cpio";
        };
    }

    /// The command that boots this kernel by hand, for reproducers.
    ///
    /// @param devices what it needs beside the devices of every guest
    public static List<String> commandByHand(Image image, List<String> devices) {
        Architecture architecture = image.flavour().architecture();
        List<String> command = new ArrayList<>(List.of(architecture.emulator()));
        command.addAll(architecture.machine());
        command.addAll(List.of("-m", "256", "-smp", "2", "-nographic", "-no-reboot"));
        command.addAll(Devices.options(architecture));
        devices.forEach(device -> command.addAll(List.of("-device", device)));
        command.addAll(List.of("-kernel", image.kernel().toString(), "-initrd", "reproducer.cpio"));
        command.addAll(List.of("-append", "'" + image.bootOptions() + "'"));
        return command;
    }

    private void awaitAgent() {
        long until = System.nanoTime() + BOOT_S * 1_000_000_000;
        while (memory.state() == SharedMemory.State.STARTING) {
            if (!process.isAlive()) {
                throw new HarnessFailure("The guest went away while it booted: " + lastWords());
            }
            if (System.nanoTime() > until) {
                throw new HarnessFailure("The agent was not ready after " + BOOT_S + " s: " + lastWords());
            }
            nap(20);
        }
    }

    private void awaitStatus() {
        while (true) {
            String status = qmp.ask("query-status").path("status").asString("");
            if (status.equals("paused") || status.equals("running")) {
                return;
            }
            if (!process.isAlive()) {
                throw new HarnessFailure("QEMU cannot go on from the snapshot: " + lastWords());
            }
            nap(10);
        }
    }

    private String lastWords() {
        try {
            Path complaints = folder.resolve("complaints");
            String said =
                    Files.exists(complaints) ? Files.readString(complaints).strip() : "";
            List<String> lines = (said.isEmpty() ? console() : said).lines().toList();
            return lines.isEmpty() ? "it said nothing." : lines.getLast();
        } catch (IOException e) {
            return "what it said cannot be read (" + e.getMessage() + ").";
        }
    }

    /// Writes the whole state to a file. The machine is of no use afterwards.
    ///
    /// @return how many bytes
    long save(Path file) throws IOException {
        qmp.ask("stop");
        Path part = file.resolveSibling(file.getFileName() + ".part");
        qmp.ask("migrate", Map.of("uri", "exec:cat > '" + part + "'"));
        while (true) {
            String status = qmp.ask("query-migrate").path("status").asString("");
            if (status.equals("completed")) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
                return Files.size(file);
            }
            if (status.equals("failed")) {
                throw new HarnessFailure("QEMU cannot save the guest's state.");
            }
            nap(20);
        }
    }

    /// Sets what holds for all programs; none may be on its way.
    ///
    /// @param strings what operations name by number
    /// @param harmless a phrase of the kernel's log that means no harm
    /// @param patience how long nothing may happen
    public void settle(List<String> strings, String harmless, Patience patience) {
        List<String> all = new ArrayList<>(strings);
        while (all.size() < SharedMemory.STRINGS - 1) {
            all.add("");
        }
        all.add(harmless);
        memory.strings(all);
        memory.patience(patience.quietMilliseconds(), patience.giveUpMilliseconds());
    }

    /// Whether one more program can be handed over.
    public boolean hasRoom() {
        return ahead.size() < SharedMemory.SLOTS - 1;
    }

    /// Hands operations over to the agent, a list for each process. It performs one program after the other.
    ///
    /// @throws IllegalStateException if there is no room
    public void submit(List<List<AgentOperation>> processes) {
        if (!hasRoom()) {
            throw new IllegalStateException("There is no room for one more program.");
        }
        int next = programs + 1;
        for (int i = 0; i < SharedMemory.PROCESSES; i++) {
            memory.operations(next, i, i < processes.size() ? processes.get(i) : List.of());
        }
        ahead.add(processes);
        programs = next;
        memory.ask(next);
    }

    /// What became of the oldest program that was handed over, as soon as it is over or lost. After anything but
    /// [AgentRun.End#DONE] the agent performs no more, until [#goOn] if it is [AgentRun.End#WARNED].
    ///
    /// @throws java.util.NoSuchElementException if there is none
    public AgentRun collect(Patience patience) {
        List<List<AgentOperation>> processes = ahead.remove();
        int program = programs - ahead.size();
        var heartbeat = new Heartbeat(patience, memory.beats(), System.nanoTime());
        while (memory.done() < program && process.isAlive() && heartbeat.goesOn(memory.beats(), System.nanoTime())) {
            lookAtErrands();
            nap(POLL_MS);
        }
        return outcomes(program, processes);
    }

    /// A machine that goes away meanwhile is seen by whoever waits for the program.
    private void lookAtErrands() {
        try {
            errands.look();
        } catch (HarnessFailure failure) {
            if (process.isAlive()) {
                throw failure;
            }
        }
    }

    /// What the kernel wrote was read, and does no harm.
    public void goOn() {
        memory.seen(programs - ahead.size());
    }

    private AgentRun outcomes(int program, List<List<AgentOperation>> processes) {
        List<List<AgentOutcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            List<AgentOutcome> one = new ArrayList<>();
            for (int k = 0; k < processes.get(i).size(); k++) {
                one.add(memory.outcome(program, i, k));
            }
            outcomes.add(one);
        }
        boolean isOver = process.isAlive() && memory.done() >= program;
        AgentRun.End end = !isOver
                ? AgentRun.End.GONE
                : switch (memory.end(program)) {
                    case DONE -> AgentRun.End.DONE;
                    case WARNED -> AgentRun.End.WARNED;
                    case STARTING, READY, RUNNING, STUCK -> AgentRun.End.STUCK;
                };
        return new AgentRun(end, outcomes, memory.stalled(program), memory.text(program));
    }

    /// What QEMU answers to a command of its control protocol.
    public JsonNode ask(String command, Map<String, Object> arguments) {
        return qmp.ask(command, arguments);
    }

    /// Waits for an event of the machine.
    public Optional<JsonNode> event(String name, long milliseconds) {
        return qmp.event(name, milliseconds);
    }

    /// Whether QEMU runs.
    public boolean isAlive() {
        return process.isAlive();
    }

    /// The processor time that QEMU took so far, in seconds.
    public double cpuSeconds() {
        double now = process.info()
                .totalCpuDuration()
                .map(time -> time.toMillis() / 1000.0)
                .orElse(0.0);
        cpuSeconds = Math.max(cpuSeconds, now); // of a process that is gone nothing can be asked
        return cpuSeconds;
    }

    /// What the guest's kernel wrote to its console since this was last asked, or since the guest went on.
    public String news() {
        if (process.isAlive()) {
            nap(CONSOLE_MS);
        }
        String console = console();
        String news = console.substring(Math.min(seenOfConsole, console.length()));
        seenOfConsole = console.length();
        return news;
    }

    private String console() {
        try {
            Path file = folder.resolve("console");
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new HarnessFailure("The guest's console cannot be read (" + e.getMessage() + ").");
        }
    }

    /// Ends the machine at once, from whatever thread; its files stay.
    public void kill() {
        process.destroyForcibly();
    }

    /// Ends the machine and deletes its files.
    @Override
    public void close() {
        kill();
        try {
            process.waitFor();
            memory.close();
            for (String name : List.of("shared", "console", "complaints")) {
                Files.deleteIfExists(new File(folder.toFile(), name).toPath());
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new HarnessFailure("The files of a guest cannot be deleted (" + e.getMessage() + ").");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void nap(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessFailure("Waiting for a guest was interrupted.");
        }
    }
}
