package dev.yank.harness.linux.guest;

import dev.yank.harness.run.HarnessFailure;
import dev.yank.harness.run.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Packages of one suite and architecture of Debian, from the mirrors that this machine is configured with, by apt's
/// own tools with
/// a configuration of our own: nothing of the machine's is touched.
final class PackageSource {

    private static final Path KEYS = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");

    private final Flavour flavour;
    private final Path folder;

    PackageSource(Flavour flavour, Path folder) {
        this.flavour = flavour;
        this.folder = folder;
    }

    /// Fetches the lists of packages.
    void update() throws IOException {
        configure();
        apt("apt-get", "update", "-q");
    }

    /// The name of the package that the one which always stands for the newest kernel depends on.
    String kernelPackage() {
        String stands = "linux-image-" + flavour.architecture().text();
        String said = apt("apt-cache", "depends", stands);
        return said.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(
                        "Depends: linux-image-" + flavour.kernel().text()))
                .map(line -> line.substring("Depends: ".length()))
                .findFirst()
                .orElseThrow(
                        () -> new UsageException("The suite " + flavour.kernel().suite()
                                + " of this machine's Debian mirror has no kernel "
                                + flavour.kernel().text() + " for "
                                + flavour.architecture().text() + " (" + stands + " depends on something else)."));
    }

    /// The packages in which a kernel and its modules are: one, or since Linux 7 several that one stands for.
    List<String> parts(String name) {
        String release = name.substring("linux-image-".length());
        List<String> names = new ArrayList<>(List.of(name));
        apt("apt-cache", "depends", name)
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("Depends: linux-(?:binary|modules)-.*") && line.endsWith("-" + release))
                .map(line -> line.substring("Depends: ".length()))
                .forEach(names::add);
        return names;
    }

    /// How many bytes will be fetched.
    long size(List<String> names) {
        List<String> command = new ArrayList<>(List.of("apt-get", "download", "--print-uris"));
        command.addAll(names);
        String said = apt(command.toArray(String[]::new));
        return said.lines()
                .filter(line -> line.startsWith("'"))
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length > 2)
                .mapToLong(words -> Long.parseLong(words[2]))
                .sum();
    }

    /// Fetches a package into the folder and checks it against the signed lists.
    ///
    /// @return the file
    Path download(String name) throws IOException {
        apt("apt-get", "download", "-q", name);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "_"))
                    .findFirst()
                    .orElseThrow(() -> new HarnessFailure("apt-get said that it fetched " + name + ", and did not."));
        }
    }

    private String apt(String... command) {
        return Commands.output(
                folder, Map.of("APT_CONFIG", folder.resolve("apt.conf").toString()), List.of(command));
    }

    private void configure() throws IOException {
        for (String part : List.of("lists/partial", "archives/partial")) {
            Files.createDirectories(folder.resolve(part));
        }
        Files.writeString(folder.resolve("status"), "");
        Files.writeString(folder.resolve("sources.list"), String.join("\n", sources()) + "\n");
        String architecture = flavour.architecture().text();
        Files.writeString(folder.resolve("apt.conf"), """
            Dir::State "%1$s";
            Dir::State::Lists "%1$s/lists";
            Dir::State::status "%1$s/status";
            Dir::Cache "%1$s";
            Dir::Cache::archives "%1$s/archives";
            Dir::Etc::SourceList "%1$s/sources.list";
            Dir::Etc::SourceParts "/dev/null";
            APT::Architecture "%2$s";
            APT::Architectures { "%2$s"; };
            APT::Sandbox::User "root";
            Acquire::Languages "none";
            """.formatted(folder, architecture));
    }

    /// The lines that name the mirrors.
    private List<String> sources() {
        String said = Commands.output(
                folder,
                Map.of(),
                List.of(
                        "apt-get",
                        "indextargets",
                        "--format",
                        "$(REPO_URI) $(LABEL) $(COMPONENT)",
                        "Created-By: Packages"));
        String option = Files.isReadable(KEYS) ? "deb [signed-by=" + KEYS + "] " : "deb ";
        List<String> sources = new ArrayList<>();
        boolean isStable = flavour.kernel() == KernelLine.V6_1;
        address(said, "Debian")
                .ifPresent(
                        uri -> sources.add(option + uri + " " + flavour.kernel().suite() + " main"));
        if (isStable) {
            address(said, "Debian-Security")
                    .ifPresent(uri ->
                            sources.add(option + uri + " " + flavour.kernel().suite() + "-security main"));
        }
        if (sources.isEmpty()) {
            throw new UsageException("This machine's apt has no Debian mirror in its sources, and kernels come from"
                    + " nowhere else; add one to /etc/apt/sources.list.d and run apt-get update.");
        }
        return sources;
    }

    private static Optional<String> address(String targets, String label) {
        return targets.lines()
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length == 3 && words[1].equals(label) && words[2].equals("main"))
                .map(words -> words[0])
                .findFirst();
    }
}
