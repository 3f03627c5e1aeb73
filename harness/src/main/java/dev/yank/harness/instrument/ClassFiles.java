package dev.yank.harness.instrument;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/// The class files that a driver is made of, and those around it.
///
/// A class is a *driver class* when the driver's source has it, and neither the JDK nor the harness claims
/// its package. Safe for use by several threads; each file is read once.
final class ClassFiles {

    private static final List<String> NEVER_A_DRIVER = List.of(
            "java/", "javax/", "jdk/", "sun/", "com/sun/", "dev/yank/harness/", "dev/yank/model/", "org/jspecify/");

    private final ClassSource source;
    private final ClassSource surroundings;
    private final Predicate<String> driverClass;
    private final ConcurrentMap<String, Optional<byte[]>> driverFiles = new ConcurrentHashMap<>();

    /// @param source where driver classes are
    /// @param surroundings where all other classes are
    /// @param driverClass narrows the source; it is asked with names as in `com.example.Driver`
    ClassFiles(ClassSource source, ClassSource surroundings, Predicate<String> driverClass) {
        this.source = source;
        this.surroundings = surroundings;
        this.driverClass = driverClass;
    }

    boolean isDriver(String internalName) {
        return driverFile(internalName).isPresent();
    }

    boolean exists(String internalName) {
        return isDriver(internalName)
                || internalName.startsWith("java/")
                || surroundings.read(internalName).isPresent();
    }

    Optional<byte[]> find(String internalName) {
        Optional<byte[]> own = driverFile(internalName);
        return own.isPresent() ? own : surroundings.read(internalName);
    }

    Optional<byte[]> driverFile(String internalName) {
        if (NEVER_A_DRIVER.stream().anyMatch(internalName::startsWith)
                || !driverClass.test(internalName.replace('/', '.'))) {
            return Optional.empty();
        }
        return driverFiles.computeIfAbsent(internalName, source::read);
    }

    String inWords() {
        return source.inWords();
    }

    /// Reads a class file, refusing with a sentence one that this JDK cannot read.
    static ClassModel parse(String internalName, byte[] bytes) {
        String className = internalName.replace('/', '.');
        int version = bytes.length < 8 ? 0 : Byte.toUnsignedInt(bytes[6]) << 8 | Byte.toUnsignedInt(bytes[7]);
        if (version > ClassFile.latestMajorVersion()) {
            throw new UnsuitableDriverException("Class " + className + " has class-file version " + version
                    + ", newer than the " + ClassFile.latestMajorVersion() + " of this JDK; compile it with --release "
                    + (ClassFile.latestMajorVersion() - 44) + ".");
        }
        try {
            ClassModel model = ClassFile.of().parse(bytes);
            String found = model.thisClass().asInternalName();
            if (!found.equals(internalName)) {
                throw new UnsuitableDriverException("The file of class " + className + " holds class "
                        + found.replace('/', '.') + "; put the root of the package folders on --class-path.");
            }
            return model;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw corrupt(internalName, e);
        }
    }

    static UnsuitableDriverException corrupt(String internalName, RuntimeException e) {
        return new UnsuitableDriverException("The class file of " + internalName.replace('/', '.') + " is damaged ("
                + e.getMessage() + "); build it again.");
    }
}
