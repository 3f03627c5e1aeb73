package dev.yank.harness.linux.guest;

import dev.yank.harness.run.HarnessFailure;
import dev.yank.harness.run.UsageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Makes a guest ready, step by step. Each step is left out when what it makes is there, unchanged, and made of the
/// same things;
/// so a preparation that was interrupted goes on where it was, and one that was complete takes a second.
public final class Preparation {

    private final Flavour flavour;
    private final Path folder;
    private final Path agent;
    private final PreparationLog log;

    /// Prepares a guest in its folder of the cache.
    ///
    /// @param cache the folder of all guests
    /// @param agent the folder with the sources of the agent
    public Preparation(Flavour flavour, Path cache, Path agent, PreparationLog log) {
        this.flavour = flavour;
        this.folder = cache.resolve(flavour.text()).toAbsolutePath();
        this.agent = agent;
        this.log = log;
    }

    /// The guest, if it is ready and has the agent of these sources; what is missing is for [#prepare].
    ///
    /// @throws UsageException with the command that makes it ready
    public Image ready() {
        try {
            Path release = folder.resolve("release");
            var sums = new Checksums(folder);
            if (!Files.exists(folder.resolve("snapshot"))
                    || !Files.exists(release)
                    || !sums.noted("snapshot.inputs").equals(inputsOfSnapshot())) {
                throw new UsageException("The guest " + flavour + " is not prepared in " + folder + remedy());
            }
            if (!sums.noted("init.inputs").equals(inputsOfAgent())) {
                throw new UsageException("The guest " + flavour + " in " + folder
                        + " was prepared with another agent than that of " + agent + remedy());
            }
            requireTools(List.of(flavour.architecture().emulator()));
            return image(Files.readString(release).strip());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private String remedy() {
        return "; run ./yank linux prepare --arch " + flavour.architecture().text() + " --kernel "
                + flavour.kernel().text() + ".";
    }

    /// Makes the guest ready.
    public Image prepare() {
        requireTools(tools());
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                deleteLeftovers();
                return steps(new Checksums(folder));
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Image steps(Checksums sums) throws IOException {
        if (!sums.holds(flavour.architecture().kernelFile())
                || !sums.holds("release")
                || !sums.holds("modules.list")
                || !sums.noted("modules.inputs").equals(wantedModules())) {
            fetch(sums);
        } else {
            log.begins("kernel " + flavour.kernel().text());
            log.done("is there: " + Files.readString(folder.resolve("release")).strip());
        }
        compile(sums);
        initramfs(sums);
        Image image = image(Files.readString(folder.resolve("release")).strip());
        snapshot(sums, image);
        return image;
    }

    private void fetch(Checksums sums) throws IOException {
        Path packages = folder.resolve("packages");
        Files.createDirectories(packages);
        var source = new PackageSource(flavour, packages);
        timed("lists of packages, " + flavour.kernel().suite(), () -> {
            source.update();
            return "fetched";
        });
        String name = source.kernelPackage();
        List<String> parts = source.parts(name);
        List<Path> fetched = new ArrayList<>();
        timed(name + ", " + megabytes(source.size(parts)), () -> {
            for (String part : parts) {
                fetched.add(source.download(part));
            }
            return "fetched and checked against the signed lists";
        });
        timed("unpacking", () -> {
            unpack(fetched, name);
            return "kernel, "
                    + megabytes(Files.size(folder.resolve(flavour.architecture().kernelFile()))) + ", and modules";
        });
        sums.record(flavour.architecture().kernelFile());
        sums.record("modules.list");
        sums.note("modules.inputs", wantedModules());
        sums.record("release");
        deleteTree(packages);
    }

    /// Takes the kernel and its modules out of the packages.
    private void unpack(List<Path> files, String name) throws IOException {
        Path unpacked = folder.resolve("unpacked.tmp");
        deleteTree(unpacked);
        Files.createDirectories(unpacked);
        for (Path file : files) {
            run("dpkg-deb", "-x", file.toString(), unpacked.toString());
        }
        String release = name.substring("linux-image-".length());
        Path kernel = first(
                unpacked,
                List.of(
                        "boot/vmlinuz-" + release,
                        "lib/modules/" + release + "/vmlinuz",
                        "usr/lib/modules/" + release + "/vmlinuz"));
        Path modules = first(unpacked, List.of("lib/modules", "usr/lib/modules"));
        Map<String, byte[]> wanted = new KernelModules(modules).inOrder(Devices.modules(flavour.architecture()));
        Path kept = folder.resolve("modules");
        deleteTree(kept);
        Files.createDirectories(kept);
        for (Map.Entry<String, byte[]> module : wanted.entrySet()) {
            Files.write(kept.resolve(module.getKey()), module.getValue());
        }
        Files.writeString(
                folder.resolve("modules.list"), String.join("\n", wanted.keySet()) + (wanted.isEmpty() ? "" : "\n"));
        Path plain = folder.resolve(flavour.architecture().kernelFile());
        switch (flavour.architecture()) {
            case ARM64 -> Files.move(kernel, plain, StandardCopyOption.REPLACE_EXISTING);
            case AMD64 ->
                new KernelImage(Files.readAllBytes(kernel))
                        .unpack(folder, flavour.architecture().kernelFile());
        }
        String version =
                files.getFirst().getFileName().toString().split("_", -1)[1].replace("%3a", ":");
        Files.writeString(folder.resolve("release"), release + " (" + version + ")\n");
        deleteTree(unpacked);
    }

    private String wantedModules() {
        return String.join(",", Devices.modules(flavour.architecture()));
    }

    private static Path first(Path unpacked, List<String> names) {
        return names.stream()
                .map(unpacked::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new HarnessFailure("The packages of the kernel hold no " + names.getFirst() + "."));
    }

    private void compile(Checksums sums) throws IOException {
        String inputs = inputsOfAgent();
        if (sums.holds("init") && sums.noted("init.inputs").equals(inputs)) {
            log.begins("agent");
            log.done("is there");
            return;
        }
        timed("agent", () -> {
            run(
                    flavour.architecture().compiler(),
                    "-std=gnu11",
                    "-O2",
                    "-Wall",
                    "-Wextra",
                    "-Werror",
                    "-static",
                    "-pthread",
                    "-o",
                    folder.resolve("init").toString(),
                    agent.resolve("agent.c").toString());
            return "compiled, " + megabytes(Files.size(folder.resolve("init")));
        });
        sums.record("init");
        sums.note("init.inputs", inputs);
    }

    /// What the agent depends on.
    private String inputsOfAgent() throws IOException {
        Path sources = agent.resolve("agent.c");
        if (!Files.isReadable(sources)) {
            throw new UsageException(
                    "The agent's source " + sources + " is not there; start Yank with ./yank of a clone.");
        }
        return Checksums.of(sources) + Checksums.of(agent.resolve("operations.h"));
    }

    private void initramfs(Checksums sums) throws IOException {
        timed("initramfs", () -> {
            var archive = new Cpio().folder("dev").device("dev/console", 5, 1);
            archive.folder("proc").folder("sys").folder("modules");
            List<String> modules = Files.readAllLines(folder.resolve("modules.list"));
            for (String module : modules) {
                archive.file(
                        "modules/" + module,
                        Files.readAllBytes(folder.resolve("modules").resolve(module)));
            }
            archive.file("modules/load", Files.readAllBytes(folder.resolve("modules.list")));
            archive.file("settings", Settings.text().getBytes(StandardCharsets.US_ASCII));
            archive.file("init", Files.readAllBytes(folder.resolve("init")));
            byte[] bytes = archive.bytes();
            Path file = folder.resolve("initrd");
            if (!sums.holds("initrd") || !Arrays.equals(Files.readAllBytes(file), bytes)) {
                Files.write(file, bytes);
            }
            return megabytes(bytes.length) + ", " + modules.size() + " modules";
        });
        sums.record("initrd");
    }

    private void snapshot(Checksums sums, Image image) throws IOException {
        if (sums.holds("snapshot") && sums.noted("snapshot.inputs").equals(inputsOfSnapshot())) {
            log.begins("snapshot");
            log.done("is there, " + megabytes(Files.size(image.snapshot())));
            return;
        }
        timed("boot and snapshot", () -> {
            try (VirtualMachine machine = VirtualMachine.boot(image, folder.resolve("boot.tmp"))) {
                double cpu = machine.cpuSeconds();
                long bytes = machine.save(image.snapshot());
                return String.format(Locale.ROOT, "%.1f s of CPU to boot, %s", cpu, megabytes(bytes));
            }
        });
        sums.record("snapshot");
        noteSnapshot();
    }

    /// The snapshot that is there is of what else is there, and that of the agent's sources.
    void noteSnapshot() throws IOException {
        var sums = new Checksums(folder);
        sums.note("init.inputs", inputsOfAgent());
        sums.note("snapshot.inputs", inputsOfSnapshot());
    }

    /// What a snapshot depends on.
    private String inputsOfSnapshot() throws IOException {
        return Checksums.of(folder.resolve(flavour.architecture().kernelFile())).substring(0, 16)
                + Checksums.of(folder.resolve("initrd")).substring(0, 16)
                + Integer.toHexString((flavour.commandLine()
                                + flavour.architecture().machine()
                                + Devices.options(flavour.architecture())
                                + run(flavour.architecture().emulator(), "--version"))
                        .hashCode());
    }

    private Image image(String release) {
        return new Image(flavour, folder, release);
    }

    private List<String> tools() {
        List<String> tools = new ArrayList<>(List.of("apt-get", "apt-cache", "dpkg-deb", "xz"));
        tools.add(flavour.architecture().emulator());
        tools.add(flavour.architecture().compiler());
        return tools;
    }

    private void requireTools(List<String> tools) {
        List<String> missing =
                tools.stream().filter(tool -> !Commands.isThere(tool)).toList();
        if (!missing.isEmpty()) {
            throw new UsageException("A guest " + flavour + " needs " + String.join(", ", missing)
                    + "; on Debian: apt-get install --no-install-recommends "
                    + String.join(" ", flavour.architecture().packages()) + " xz-utils");
        }
    }

    private String run(String... command) {
        return Commands.output(folder, Map.of(), List.of(command));
    }

    /// A step that says how it went.
    private interface Step {
        String perform() throws IOException;
    }

    private void timed(String what, Step step) throws IOException {
        log.begins(what);
        long before = System.nanoTime();
        String how = step.perform();
        log.done(String.format(Locale.ROOT, "%s, %.1f s", how, (System.nanoTime() - before) / 1e9));
    }

    private void deleteLeftovers() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(file -> file.toString().matches(".*\\.(tmp|part)"))
                    .toList()) {
                deleteTree(file);
            }
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private UsageException unreadable(IOException e) {
        return new UsageException(
                "The folder " + folder + " of the cache cannot be used (" + e + "); choose another with --cache.");
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
