package dev.yank.harness.instrument;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Rewrites one class: shadow memory and its accessors at class level, [AccessRewriter] in each method body.
final class Instrumenter {

    private static final MethodTypeDesc GET_MEMORY = MethodTypeDesc.of(KernelNames.MEMORY);
    private static final MethodTypeDesc SET_MEMORY = MethodTypeDesc.of(CD_void, KernelNames.MEMORY);
    private static final MethodTypeDesc GET_NUMBER = MethodTypeDesc.of(CD_int);
    private static final MethodTypeDesc SET_NUMBER = MethodTypeDesc.of(CD_void, CD_int);
    private static final int GENERATED = ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC;

    private final ClassHierarchy hierarchy;
    private final ClassFile classFile;

    Instrumenter(ClassHierarchy hierarchy) {
        this.hierarchy = hierarchy;
        this.classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
    }

    byte[] rewrite(ClassModel model) {
        String name = model.thisClass().asInternalName();
        try {
            return classFile.transformClass(model, transform(model, name));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnsuitableDriverException("Class " + name.replace('/', '.') + " cannot be rewritten ("
                    + e.getMessage() + "); if a method of it is very long, split it.");
        }
    }

    private ClassTransform transform(ClassModel model, String name) {
        ClassTransform bodies = (builder, element) -> {
            if (element instanceof MethodModel method && method.code().isPresent() && hasHooks(method)) {
                builder.transformMethod(method, MethodTransform.transformingCode(hooks(name, method)));
            } else {
                builder.with(element);
            }
        };
        return hierarchy.takesMemory(name) ? bodies.andThen(ClassTransform.endHandler(memory(model))) : bodies;
    }

    private static boolean hasHooks(MethodModel method) {
        boolean valuesOfEnum = method.parent()
                        .filter(owner -> owner.flags().has(AccessFlag.ENUM))
                        .isPresent()
                && method.methodName().equalsString("values")
                && method.methodTypeSymbol().parameterCount() == 0;
        return !method.methodName().equalsString("<clinit>") && !valuesOfEnum;
    }

    private CodeTransform hooks(String name, MethodModel method) {
        String underConstruction = method.methodName().equalsString("<init>") ? name : "";
        return CodeTransform.ofStateful(
                () -> new AccessRewriter(hierarchy, Markings.of(method.code().orElseThrow()), underConstruction));
    }

    private Consumer<ClassBuilder> memory(ClassModel model) {
        ClassDesc self = model.thisClass().asSymbol();
        String parent = model.superclass().map(ClassEntry::asInternalName).orElse("java/lang/Object");
        boolean first = !hierarchy.isShadowed(parent);
        return builder -> {
            if (first) {
                addMemory(builder, model, self);
            }
            builder.withMethodBody(KernelNames.ADOPT_MEMBER, SET_MEMORY, GENERATED, code -> {
                code.aload(0).aload(1);
                if (first) {
                    code.putfield(self, KernelNames.MEMORY_MEMBER, KernelNames.MEMORY);
                } else {
                    code.invokespecial(ClassDesc.ofInternalName(parent), KernelNames.ADOPT_MEMBER, SET_MEMORY);
                }
                embedded(model).forEach(field -> adopt(code, self, field));
                code.return_();
            });
            int fields = hierarchy.fields(model.thisClass().asInternalName());
            builder.withMethodBody(
                    KernelNames.FIELDS_MEMBER,
                    GET_NUMBER,
                    GENERATED,
                    code -> code.loadConstant(fields).ireturn());
        };
    }

    private static void addMemory(ClassBuilder builder, ClassModel model, ClassDesc self) {
        Stream<ClassDesc> before = model.interfaces().stream().map(ClassEntry::asSymbol);
        builder.withInterfaceSymbols(
                Stream.concat(before, Stream.of(KernelNames.SHADOWED)).toList());
        builder.withField(KernelNames.MEMORY_MEMBER, KernelNames.MEMORY, GENERATED | ClassFile.ACC_TRANSIENT);
        builder.withField(KernelNames.PLACE_MEMBER, CD_int, GENERATED | ClassFile.ACC_TRANSIENT);
        builder.withMethodBody(
                KernelNames.PLACE_MEMBER,
                GET_NUMBER,
                GENERATED,
                code -> code.aload(0)
                        .getfield(self, KernelNames.PLACE_MEMBER, CD_int)
                        .ireturn());
        builder.withMethodBody(
                KernelNames.PLACE_MEMBER,
                SET_NUMBER,
                GENERATED,
                code -> code.aload(0)
                        .iload(1)
                        .putfield(self, KernelNames.PLACE_MEMBER, CD_int)
                        .return_());
        builder.withMethodBody(
                KernelNames.MEMORY_MEMBER,
                GET_MEMORY,
                GENERATED,
                code -> code.aload(0)
                        .getfield(self, KernelNames.MEMORY_MEMBER, KernelNames.MEMORY)
                        .areturn());
        builder.withMethodBody(
                KernelNames.MEMORY_MEMBER,
                SET_MEMORY,
                GENERATED,
                code -> code.aload(0)
                        .aload(1)
                        .putfield(self, KernelNames.MEMORY_MEMBER, KernelNames.MEMORY)
                        .return_());
    }

    /// Final fields of a shadowed type are structures inside this one, as in C; all others are pointers.
    private List<FieldModel> embedded(ClassModel model) {
        return model.fields().stream()
                .filter(field -> field.flags().has(AccessFlag.FINAL)
                        && !field.flags().has(AccessFlag.STATIC)
                        && !field.flags().has(AccessFlag.SYNTHETIC))
                .filter(field -> field.fieldTypeSymbol().isClassOrInterface()
                        && hierarchy.isShadowed(ClassHierarchy.internalName(field.fieldTypeSymbol())))
                .toList();
    }

    private static void adopt(CodeBuilder code, ClassDesc self, FieldModel field) {
        var done = code.newLabel();
        code.aload(0)
                .getfield(self, field.fieldName().stringValue(), field.fieldTypeSymbol())
                .astore(2);
        code.aload(2).ifnull(done);
        code.aload(2)
                .invokeinterface(KernelNames.SHADOWED, KernelNames.MEMORY_MEMBER, GET_MEMORY)
                .aload(1)
                .if_acmpeq(done);
        code.aload(2).aload(1).invokeinterface(KernelNames.SHADOWED, KernelNames.ADOPT_MEMBER, SET_MEMORY);
        code.labelBinding(done);
    }
}
