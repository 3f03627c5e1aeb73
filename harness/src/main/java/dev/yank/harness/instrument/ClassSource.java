package dev.yank.harness.instrument;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Where the bytes of a class file are found; reading them never loads a class.
///
/// Names are internal names, as in `com/example/Driver`.
sealed interface ClassSource {

    Optional<byte[]> read(String internalName);

    /// How a sentence names this source, as in `the class path a.jar:b`.
    String inWords();

    /// Whatever a class loader can see, except the classes of the JDK when they are not wanted.
    record OfLoader(ClassLoader loader, Platform platform) implements ClassSource {

        @Override
        public Optional<byte[]> read(String internalName) {
            URL place = loader.getResource(internalName + ".class");
            if (place == null || (platform == Platform.HIDDEN && "jrt".equals(place.getProtocol()))) {
                return Optional.empty();
            }
            try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            } catch (IOException e) {
                throw unreadable(internalName, place.toString(), e);
            }
        }

        @Override
        public String inWords() {
            return "the class path";
        }
    }

    /// Whether a loader's source shows the classes of the JDK.
    enum Platform {
        SHOWN,
        HIDDEN
    }

    /// Folders and jars, in order.
    record OfPath(List<Path> classPath) implements ClassSource {

        public OfPath(List<Path> classPath) {
            this.classPath = List.copyOf(classPath);
            if (classPath.isEmpty()) {
                throw new UnsuitableDriverException("The class path is empty; name at least one folder or jar.");
            }
            for (Path entry : classPath) {
                if (!Files.isReadable(entry)) {
                    throw new UnsuitableDriverException(
                            entry + " on the class path cannot be read; check --class-path.");
                }
            }
        }

        @Override
        public Optional<byte[]> read(String internalName) {
            return classPath.stream()
                    .flatMap(entry -> readFrom(entry, internalName).stream())
                    .findFirst();
        }

        private static Optional<byte[]> readFrom(Path entry, String internalName) {
            try {
                return Files.isDirectory(entry) ? readFile(entry, internalName) : readJar(entry, internalName);
            } catch (IOException e) {
                throw unreadable(internalName, entry.toString(), e);
            }
        }

        private static Optional<byte[]> readFile(Path folder, String internalName) throws IOException {
            Path file = folder.resolve(internalName + ".class");
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        }

        private static Optional<byte[]> readJar(Path jar, String internalName) throws IOException {
            try (JarFile file = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
                ZipEntry found = file.getEntry(internalName + ".class");
                if (found == null) {
                    return Optional.empty();
                }
                try (InputStream in = file.getInputStream(found)) {
                    return Optional.of(in.readAllBytes());
                }
            }
        }

        @Override
        public String inWords() {
            return classPath.stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator, "the class path ", ""));
        }
    }

    private static UnsuitableDriverException unreadable(String internalName, String place, IOException e) {
        String className = internalName.replace('/', '.');
        return new UnsuitableDriverException("Class " + className + " cannot be read from " + place + " ("
                + e.getMessage() + "); build it again or correct --class-path.");
    }
}
