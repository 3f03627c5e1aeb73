package dev.yank.harness.instrument;

import dev.yank.harness.mutate.Mutation;
import dev.yank.harness.mutate.Mutations;
import dev.yank.harness.mutate.Surroundings;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/// The rewritten classes of one driver's class path, each made once, on demand.
///
/// Any number of [InstrumentingClassLoader]s, on any threads, define their own classes from the same
/// `DriverCode`.
public final class DriverCode {

    private final ClassFiles files;
    private final ClassLoader parent;
    private final Instrumenter instrumenter;
    private final BiConsumer<ClassModel, ClassHierarchy> refusals;
    private final ClassHierarchy hierarchy;
    private final ConcurrentMap<String, byte[]> rewritten = new ConcurrentHashMap<>();

    /// What this is a variant of, and how it differs.
    private record Variant(DriverCode original, Mutation mutation) {}

    private final Optional<Variant> variant;

    DriverCode(ClassFiles files, ClassLoader parent, BiConsumer<ClassModel, ClassHierarchy> refusals) {
        this.files = files;
        this.parent = parent;
        this.refusals = refusals;
        this.hierarchy = new ClassHierarchy(files);
        this.instrumenter = new Instrumenter(hierarchy);
        this.variant = Optional.empty();
    }

    private DriverCode(DriverCode original, Mutation mutation) {
        this.files = original.files;
        this.parent = original.parent;
        this.refusals = original.refusals;
        this.hierarchy = original.hierarchy;
        this.instrumenter = original.instrumenter;
        this.variant = Optional.of(new Variant(original, mutation));
    }

    /// A driver in folders and jars. What they do not hold, and the kernel's port, comes from the parent.
    ///
    /// @param classPath folders and jars, in order
    /// @throws UnsuitableDriverException when one of them cannot be read
    public static DriverCode onClassPath(List<Path> classPath, ClassLoader parent) {
        return new DriverCode(
                new ClassFiles(new ClassSource.OfPath(classPath), surroundings(parent), _ -> true),
                parent,
                Refusals::check);
    }

    /// A driver that the parent could load itself; its classes are read as resources and defined anew.
    ///
    /// @param driverClass says by name, as in `com.example.Driver`, which of the parent's classes are the
    /// driver's;
    ///     classes of the JDK and of the harness never are
    public static DriverCode visibleTo(ClassLoader parent, Predicate<String> driverClass) {
        ClassSource source = new ClassSource.OfLoader(parent, ClassSource.Platform.HIDDEN);
        return new DriverCode(new ClassFiles(source, surroundings(parent), driverClass), parent, Refusals::check);
    }

    static ClassSource surroundings(ClassLoader parent) {
        return new ClassSource.OfLoader(parent, ClassSource.Platform.SHOWN);
    }

    ClassLoader parent() {
        return parent;
    }

    /// Whether the class, named as in `com.example.Driver`, is the driver's and not its surroundings'.
    public boolean owns(String className) {
        return files.isDriver(className.replace('.', '/'));
    }

    /// The rewritten class file of a driver class.
    ///
    /// @throws UnsuitableDriverException when the class is refused, damaged or missing
    byte[] rewritten(String className) {
        return rewritten.computeIfAbsent(className, this::rewrite);
    }

    private byte[] rewrite(String className) {
        if (variant.isPresent()) {
            return variant(variant.get(), className);
        }
        ClassModel model = parse(className);
        try {
            refusals.accept(model, hierarchy);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw ClassFiles.corrupt(className, e);
        }
        return instrumenter.rewrite(model);
    }

    /// Only the class that is changed differs; all others are shared with the original.
    private byte[] variant(Variant variant, String className) {
        if (!variant.mutation.className().equals(className)) {
            return variant.original.rewritten(className);
        }
        byte[] changed = variant.mutation.apply(
                ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy)), parse(className));
        return instrumenter.rewrite(ClassFiles.parse(className.replace('.', '/'), changed));
    }

    /// Every mutation of the driver classes that a class refers to, its own first; without those of methods that the
    /// class has others for.
    ///
    /// @throws UnsuitableDriverException when the class, or one referred to, is not to be found
    public List<Mutation> mutations(String className) {
        var overridden = new Overridden(this::parse, this::owns).in(className);
        return reachableFrom(className).stream()
                .flatMap(name -> Mutations.of(parse(name), prefix(name, className), new Around()).stream())
                .filter(mutation -> !overridden.contains(mutation.inMethod()))
                .toList();
    }

    /// The same code with one change.
    public DriverCode mutated(Mutation mutation) {
        return new DriverCode(this, mutation);
    }

    private static String prefix(String className, String driver) {
        return className.equals(driver)
                ? ""
                : className.replaceFirst(".*\\.", "").replace('$', '.') + ".";
    }

    private final class Around implements Surroundings {

        @Override
        public boolean isDriver(String internalName) {
            return files.isDriver(internalName);
        }

        @Override
        public Optional<ClassModel> classOf(String internalName) {
            return files.find(internalName).map(bytes -> ClassFiles.parse(internalName, bytes));
        }
    }

    private ClassModel parse(String className) {
        String internalName = className.replace('.', '/');
        return ClassFiles.parse(internalName, files.driverFile(internalName).orElseThrow(() -> missing(className)));
    }

    /// What the machine would refuse in a rewritten class, in its words; nothing where all is well.
    public List<String> problems(String className) {
        return ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy)).verify(rewritten(className)).stream()
                .map(Throwable::getMessage)
                .toList();
    }

    /// All driver classes that a class refers to, itself first, then in the order of reference.
    ///
    /// @throws UnsuitableDriverException when the class, or one referred to, is not to be found
    List<String> reachableFrom(String className) {
        if (!owns(className)) {
            throw missing(className);
        }
        Set<String> found = new LinkedHashSet<>(List.of(className));
        Deque<String> toRead = new ArrayDeque<>(found);
        while (!toRead.isEmpty()) {
            String reader = toRead.remove();
            for (PoolEntry entry : parse(reader).constantPool()) {
                if (entry instanceof ClassEntry reference) {
                    String name = elementName(reference);
                    if (files.isDriver(name.replace('.', '/'))) {
                        if (found.add(name)) {
                            toRead.add(name);
                        }
                    } else {
                        requirePresent(name, reader);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /// The class named, or the element class of an array type; empty for an array of primitives.
    private static String elementName(ClassEntry reference) {
        String name = reference.asInternalName();
        String element = name.replaceFirst("^\\[+", "");
        if (element.length() == name.length()) {
            return name.replace('/', '.');
        }
        return element.startsWith("L")
                ? element.substring(1, element.length() - 1).replace('/', '.')
                : "";
    }

    private void requirePresent(String name, String reader) {
        if (!name.isEmpty() && !files.exists(name.replace('.', '/'))) {
            throw new UnsuitableDriverException("Class " + name + ", which " + reader + " refers to, is not on "
                    + files.inWords() + "; check --class-path.");
        }
    }

    /// What to say of a class that is not the driver's.
    UnsuitableDriverException missing(String className) {
        return files.exists(className.replace('.', '/'))
                ? new UnsuitableDriverException("Class " + className
                        + " belongs to the JDK, the harness or a library, not to a driver; name a driver class.")
                : new UnsuitableDriverException(
                        "Class " + className + " is not on " + files.inWords() + "; check --class-path.");
    }
}
