package dev.yank.harness.linux.guest;

import dev.yank.harness.run.HarnessFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The modules that came with a kernel, and which of them others need.
final class KernelModules {

    private final Map<String, Path> files = new TreeMap<>();

    /// Looks for modules in a folder and those below.
    KernelModules(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(file -> file.toString().matches(".*\\.ko(\\.xz)?"))
                    .sorted()
                    .forEach(file -> files.put(name(file), file));
        }
    }

    /// The contents of modules and of all that they need, in an order in which they can be loaded. What the kernel has
    /// built in is
    /// no module, and left out.
    Map<String, byte[]> inOrder(Collection<String> wanted) {
        Map<String, byte[]> ordered = new LinkedHashMap<>();
        wanted.forEach(name -> add(name, ordered));
        return ordered;
    }

    private void add(String name, Map<String, byte[]> ordered) {
        Path file = files.get(name);
        if (file == null || ordered.containsKey(name)) {
            return;
        }
        byte[] content = content(file);
        dependencies(content).forEach(other -> add(other, ordered));
        ordered.put(name, content);
    }

    private static byte[] content(Path file) {
        try {
            if (!file.toString().endsWith(".xz")) {
                return Files.readAllBytes(file);
            }
            Process unpacking = new ProcessBuilder("xz", "-dc", file.toString()).start();
            byte[] content = unpacking.getInputStream().readAllBytes();
            if (unpacking.waitFor() != 0) {
                throw new HarnessFailure("xz cannot unpack " + file + ".");
            }
            return content;
        } catch (IOException e) {
            throw new HarnessFailure("The module " + file + " cannot be read (" + e.getMessage() + ").");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessFailure("Reading " + file + " was interrupted.");
        }
    }

    /// The names after `depends=` in a module's own description.
    static List<String> dependencies(byte[] module) {
        String text = new String(module, StandardCharsets.ISO_8859_1);
        return Optional.of(text.indexOf("\0depends="))
                .filter(at -> at >= 0)
                .map(at -> text.substring(at + "\0depends=".length(), text.indexOf('\0', at + 1)))
                .map(names -> Stream.of(names.split(",", -1))
                        .filter(name -> !name.isEmpty())
                        .map(KernelModules::canonical)
                        .toList())
                .orElse(List.of());
    }

    private static String name(Path file) {
        String whole = file.getFileName().toString();
        return canonical(whole.substring(0, whole.indexOf(".ko")));
    }

    /// To the kernel both lines mean the same.
    private static String canonical(String name) {
        return name.replace('-', '_');
    }
}
