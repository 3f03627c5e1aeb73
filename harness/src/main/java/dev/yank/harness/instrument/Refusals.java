package dev.yank.harness.instrument;

import com.google.errorprone.annotations.Var;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.Optional;

/// Refuses a driver class whose executions could not be controlled, at the first reason met.
final class Refusals {

    private static final String KEEP_STATE = "keep module state in a field of the driver object.";

    private final ClassModel model;
    private final ClassHierarchy hierarchy;
    private final String className;

    private Refusals(ClassModel model, ClassHierarchy hierarchy) {
        this.model = model;
        this.hierarchy = hierarchy;
        this.className = model.thisClass().asInternalName().replace('/', '.');
    }

    /// @throws UnsuitableDriverException for the first thing that a driver may not have, in the order of the
    /// class file
    static void check(ClassModel model, ClassHierarchy hierarchy) {
        new Refusals(model, hierarchy).check();
    }

    private void check() {
        var here = new Place("");
        model.superclass().ifPresent(here::type);
        model.interfaces().forEach(here::type);
        model.fields().forEach(this::checkField);
        model.methods().forEach(this::checkMethod);
    }

    private void checkField(FieldModel field) {
        var here = new Place(", field " + field.fieldName().stringValue());
        if (field.flags().has(AccessFlag.SYNTHETIC)) {
            return;
        }
        ClassDesc type = field.fieldTypeSymbol();
        boolean constant = field.flags().has(AccessFlag.FINAL);
        if (field.flags().has(AccessFlag.STATIC)) {
            if (!constant) {
                throw here.refused("a static field that can change outlives an execution; " + KEEP_STATE);
            }
            if (holdsState(type)) {
                throw here.refused("a static field holds an object that can change; " + KEEP_STATE);
            }
        } else if (!constant && model.flags().has(AccessFlag.ENUM)) {
            throw here.refused("a field of an enum that can change outlives an execution; " + KEEP_STATE);
        }
        here.type(type);
    }

    private boolean holdsState(ClassDesc type) {
        if (!type.isClassOrInterface()) {
            return false;
        }
        String name = ClassHierarchy.internalName(type);
        return hierarchy.isShadowed(name) && hierarchy.hasMutableState(name);
    }

    private void checkMethod(MethodModel method) {
        String name = method.methodName().stringValue();
        var here = new Place(inWords(name));
        boolean finalizer = name.equals("finalize") && method.methodType().equalsString("()V");
        if (finalizer) {
            throw here.refused(
                    "a finalizer runs when the garbage collector likes; use kref or devres of the kernel port.");
        }
        if (method.flags().has(AccessFlag.NATIVE)) {
            throw here.refused("a native method cannot be scheduled; write it in Java against the kernel port.");
        }
        if (method.flags().has(AccessFlag.SYNCHRONIZED)) {
            here.line = method.code().map(Refusals::firstLine).orElse(0);
            throw here.refused(
                    "a synchronized method hangs the scheduler; use mutex_lock or spin_lock of the kernel port.");
        }
        here.types(method.methodTypeSymbol());
        method.code().ifPresent(code -> checkCode(code, here));
        method.code().flatMap(code -> Markings.of(code).misplaced()).ifPresent(misplaced -> {
            here.line = misplaced.line();
            throw here.refused(inPlace(misplaced));
        });
    }

    private static String inPlace(Markings.Misplaced misplaced) {
        String function = misplaced.function();
        return misplaced.reads()
                ? function + " marks the read of a field or an element, so it must wrap just that: write " + function
                        + "(object.field)."
                : function + " marks the write of a field or an element, so its value must go just there: write "
                        + "object.field = " + function + "(value).";
    }

    private static int firstLine(CodeModel code) {
        return code.elementStream()
                .filter(LineNumber.class::isInstance)
                .map(LineNumber.class::cast)
                .mapToInt(LineNumber::line)
                .findFirst()
                .orElse(0);
    }

    private static String inWords(String method) {
        return switch (method) {
            case "<init>" -> ", constructor";
            case "<clinit>" -> ", static initialiser";
            default -> ", method " + (method.startsWith("lambda$") ? enclosing(method) : method);
        };
    }

    /// `lambda$probe$0` stands in the method `probe`.
    private static String enclosing(String lambda) {
        String name = lambda.substring("lambda$".length());
        int end = name.lastIndexOf('$');
        return end < 0 ? name : name.substring(0, end);
    }

    private static void checkCode(CodeModel code, Place here) {
        for (CodeElement element : code) {
            if (element instanceof LineNumber at) {
                here.line = at.line();
            } else {
                checkElement(element, here);
            }
        }
    }

    private static void checkElement(CodeElement element, Place here) {
        switch (element) {
            case MonitorInstruction _ ->
                throw here.refused(
                        "a synchronized block hangs the scheduler; use mutex_lock or spin_lock of the kernel port.");
            case FieldInstruction access -> here.member(access.field());
            case InvokeInstruction call -> here.member(call.method());
            case InvokeDynamicInstruction call ->
                call.invokedynamic().bootstrap().arguments().forEach(here::constant);
            case NewReferenceArrayInstruction creation -> here.type(creation.componentType());
            case NewMultiArrayInstruction creation -> here.type(creation.arrayType());
            case TypeCheckInstruction cast -> here.type(cast.type());
            case ExceptionCatch handler -> handler.catchType().ifPresent(here::type);
            case ConstantInstruction.LoadConstantInstruction load -> here.constant(load.constantEntry());
            default -> {}
        }
    }

    /// Where in the class the reading stands.
    private final class Place {

        private final String member;

        @Var
        private int line = 0;

        Place(String member) {
            this.member = member;
        }

        void type(ClassEntry entry) {
            type(entry.asSymbol());
        }

        void type(ClassDesc type) {
            if (type.isArray()) {
                type(type.componentType());
            } else if (type.isClassOrInterface()) {
                refuse(Forbidden.type(ClassHierarchy.internalName(type)));
            }
        }

        void types(MethodTypeDesc types) {
            types.parameterList().forEach(this::type);
            type(types.returnType());
        }

        void member(MemberRefEntry entry) {
            String owner = entry.owner().asInternalName();
            refuse(Forbidden.member(
                    owner, entry.name().stringValue(), entry.type().stringValue()));
            type(entry.owner());
        }

        void constant(LoadableConstantEntry entry) {
            switch (entry) {
                case ClassEntry type -> type(type);
                case MethodHandleEntry handle -> member(handle.reference());
                default -> {}
            }
        }

        private void refuse(Optional<String> reason) {
            reason.ifPresent(found -> {
                throw refused(found + ".");
            });
        }

        UnsuitableDriverException refused(String reason) {
            String at = line == 0 ? "" : ", line " + line;
            return new UnsuitableDriverException("Class " + className + member + at + ": " + reason);
        }
    }
}
