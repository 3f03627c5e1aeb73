package dev.yank.harness.instrument;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// The few names of the kernel that rewritten code refers to.
final class KernelNames {

    static final ClassDesc SHADOWED = ClassDesc.of("dev.yank.harness.kernel.Shadowed");
    static final String SHADOWED_NAME = "dev/yank/harness/kernel/Shadowed";
    static final ClassDesc MEMORY = ClassDesc.of("dev.yank.harness.kernel.Memory");
    static final String MEMORY_MEMBER = "yank$memory";
    static final String ADOPT_MEMBER = "yank$adopt";
    static final String PLACE_MEMBER = "yank$place";
    static final String FIELDS_MEMBER = "yank$fields";

    private static final ClassDesc HOOKS = ClassDesc.of("dev.yank.harness.kernel.Hooks");
    private static final MethodTypeDesc FIELD_HOOK = MethodTypeDesc.of(CD_void, SHADOWED, CD_String, CD_int);
    private static final MethodTypeDesc CONSTANT_HOOK = MethodTypeDesc.of(CD_void, SHADOWED, CD_String);
    private static final MethodTypeDesc ELEMENT_HOOK = MethodTypeDesc.of(CD_void, CD_Object, CD_int);
    private static final MethodTypeDesc ARRAY_HOOK = MethodTypeDesc.of(CD_void, CD_Object);
    private static final MethodTypeDesc LOOP_HOOK = MethodTypeDesc.of(CD_void);

    private KernelNames() {}

    /// Consumes the object on the stack.
    static void fieldHook(CodeBuilder code, String hook, String label, int number) {
        code.ldc(label).loadConstant(number).invokestatic(HOOKS, hook, FIELD_HOOK);
    }

    /// Consumes the object on the stack.
    static void constantHook(CodeBuilder code, String label) {
        code.ldc(label).invokestatic(HOOKS, "touch", CONSTANT_HOOK);
    }

    /// Consumes the array and the index on the stack.
    static void elementHook(CodeBuilder code, String hook) {
        code.invokestatic(HOOKS, hook, ELEMENT_HOOK);
    }

    /// Consumes the array on the stack.
    static void arrayHook(CodeBuilder code) {
        code.invokestatic(HOOKS, "array", ARRAY_HOOK);
    }

    /// Leaves the stack as it is.
    static void loopHook(CodeBuilder code) {
        code.invokestatic(HOOKS, "loop", LOOP_HOOK);
    }
}
