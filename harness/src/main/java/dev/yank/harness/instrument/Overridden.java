package dev.yank.harness.instrument;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.mutate.Mutation.InMethod;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Methods of a driver's superclasses that cannot be reached from it: it, or a class between, has another in their
/// place and does not call them with `super`.
///
/// @param parse reads a class, named as in `com.example.Driver`
/// @param isDriver whether a class is the driver's
record Overridden(Function<String, ClassModel> parse, Predicate<String> isDriver) {

    /// Those of the superclasses of a class.
    Set<InMethod> in(String className) {
        Set<InMethod> overridden = new HashSet<>(); // asked only
        Set<String> declared = new HashSet<>(); // asked only
        Set<String> calledBySuper = new HashSet<>(); // asked only
        @Var Optional<ClassModel> next = Optional.of(parse.apply(className));
        while (next.isPresent()) {
            ClassModel model = next.get();
            for (MethodModel method : model.methods()) {
                String name = method.methodName().stringValue();
                String descriptor = method.methodType().stringValue();
                boolean reached = calledBySuper.remove(name + descriptor);
                if (isInherited(method) && !declared.add(name + descriptor) && !reached) {
                    overridden.add(new InMethod(name(model.thisClass()), name, descriptor));
                }
            }
            superCalls(model).forEach(calledBySuper::add);
            next = model.superclass().map(Overridden::name).filter(isDriver).map(parse);
        }
        return overridden;
    }

    private static boolean isInherited(MethodModel method) {
        return !method.flags().has(AccessFlag.STATIC)
                && !method.flags().has(AccessFlag.PRIVATE)
                && !method.methodName().equalsString("<init>");
    }

    /// The class that such a call names need not be the one that has the method: it is the first above.
    private static Stream<String> superCalls(ClassModel model) {
        return model.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .flatMap(Overridden::superCall);
    }

    private static Stream<String> superCall(CodeElement element) {
        return element instanceof InvokeInstruction call && call.opcode() == Opcode.INVOKESPECIAL
                ? Stream.of(call.name().stringValue() + call.type().stringValue())
                : Stream.empty();
    }

    private static String name(ClassEntry entry) {
        return entry.asInternalName().replace('/', '.');
    }
}
