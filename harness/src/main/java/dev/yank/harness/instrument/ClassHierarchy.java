package dev.yank.harness.instrument;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/// What is known of classes without loading them: who extends whom, who has shadow memory, which fields are
/// final.
final class ClassHierarchy implements ClassHierarchyResolver {

    private static final int NO_MEMORY =
            ClassFile.ACC_INTERFACE | ClassFile.ACC_ENUM | ClassFile.ACC_SYNTHETIC | ClassFile.ACC_MODULE;

    private final ClassFiles files;
    private final ConcurrentMap<String, Optional<Shape>> shapes = new ConcurrentHashMap<>();

    ClassHierarchy(ClassFiles files) {
        this.files = files;
    }

    /// A field where it is declared.
    ///
    /// @param owner internal name of the declaring class
    record Field(String owner, String name, String descriptor, int flags) {

        boolean has(AccessFlag flag) {
            return (flags & flag.mask()) != 0;
        }
    }

    private record Shape(String name, int flags, Optional<String> parent, List<String> interfaces, List<Field> fields) {

        static Shape of(ClassModel model) {
            String name = model.thisClass().asInternalName();
            return new Shape(
                    name,
                    model.flags().flagsMask(),
                    model.superclass().map(ClassEntry::asInternalName),
                    model.interfaces().stream().map(ClassEntry::asInternalName).toList(),
                    model.fields().stream().map(field -> field(name, field)).toList());
        }

        int instanceFields() {
            return (int) fields.stream()
                    .filter(field -> !field.has(AccessFlag.STATIC))
                    .count();
        }

        int place(Field wanted) {
            return fields.stream()
                    .filter(field -> !field.has(AccessFlag.STATIC))
                    .toList()
                    .indexOf(wanted);
        }

        private static Field field(String owner, FieldModel field) {
            return new Field(
                    owner,
                    field.fieldName().stringValue(),
                    field.fieldType().stringValue(),
                    field.flags().flagsMask());
        }
    }

    private Optional<Shape> shape(String internalName) {
        return shapes.computeIfAbsent(
                internalName, name -> files.find(name).map(bytes -> Shape.of(ClassFiles.parse(name, bytes))));
    }

    /// The class and its superclasses, as far as their files are found.
    private Stream<Shape> lineage(String internalName) {
        return Stream.iterate(
                        shape(internalName),
                        Optional::isPresent,
                        shape -> shape.flatMap(Shape::parent).flatMap(this::shape))
                .flatMap(Optional::stream);
    }

    /// Whether objects of this class have shadow memory once the driver is rewritten.
    boolean isShadowed(String internalName) {
        return lineage(internalName)
                .anyMatch(shape -> shape.interfaces().contains(KernelNames.SHADOWED_NAME) || takesMemory(shape));
    }

    /// Whether this class itself is a driver class that gets, or inherits, shadow memory by rewriting.
    boolean takesMemory(String internalName) {
        return shape(internalName).filter(this::takesMemory).isPresent();
    }

    private boolean takesMemory(Shape shape) {
        return files.isDriver(shape.name())
                && (shape.flags() & NO_MEMORY) == 0
                && shape.parent().filter("java/lang/Record"::equals).isEmpty();
    }

    /// Whether a field of this class' own could ever change, in itself or in a superclass.
    boolean hasMutableState(String internalName) {
        return lineage(internalName)
                .flatMap(shape -> shape.fields().stream())
                .anyMatch(field -> !field.has(AccessFlag.FINAL) && !field.has(AccessFlag.STATIC));
    }

    /// The number of a field among the instance fields of its class and those that class extends.
    int number(Field field) {
        List<Shape> parents = lineage(field.owner()).toList();
        int inherited = parents.stream().skip(1).mapToInt(Shape::instanceFields).sum();
        return inherited + parents.getFirst().place(field);
    }

    /// How many numbers the fields of such an object need.
    int fields(String internalName) {
        return lineage(internalName).mapToInt(Shape::instanceFields).sum();
    }

    /// The instance field that an instruction with this owner means.
    Optional<Field> resolve(String owner, String name, String descriptor) {
        return lineage(owner)
                .flatMap(shape -> shape.fields().stream())
                .filter(field -> field.name().equals(name)
                        && field.descriptor().equals(descriptor)
                        && !field.has(AccessFlag.STATIC))
                .findFirst();
    }

    /// Answers for the generation of stack maps; a class that nobody has counts as a child of `Object`.
    @Override
    public ClassHierarchyInfo getClassInfo(ClassDesc type) {
        Optional<Shape> shape = shape(internalName(type));
        if (shape.filter(found -> (found.flags() & ClassFile.ACC_INTERFACE) != 0)
                .isPresent()) {
            return ClassHierarchyInfo.ofInterface();
        }
        return type.equals(ConstantDescs.CD_Object)
                ? ClassHierarchyInfo.ofClass(null)
                : ClassHierarchyInfo.ofClass(shape.flatMap(Shape::parent)
                        .map(ClassDesc::ofInternalName)
                        .orElse(ConstantDescs.CD_Object));
    }

    /// The internal name of a class or interface type.
    static String internalName(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1);
    }
}
