package dev.yank.harness.instrument;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
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

    private static final ClassDesc HOOKS = ClassDesc.of("dev.yank.harness.kernel.Hooks");
    private static final MethodTypeDesc FIELD_HOOK = MethodTypeDesc.of(CD_void, SHADOWED, CD_String);
    private static final MethodTypeDesc ARRAY_HOOK = MethodTypeDesc.of(CD_void, CD_Object);
    private static final MethodTypeDesc LOOP_HOOK = MethodTypeDesc.of(CD_void);

    private KernelNames() {}

    /// Consumes the object on the stack.
    static void fieldHook(CodeBuilder code, String hook, String label) {
        code.ldc(label).invokestatic(HOOKS, hook, FIELD_HOOK);
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
