package dev.yank.harness.instrument;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// Calls that touch the elements of a whole array: `System.arraycopy`, `java.util.Arrays` and `clone()`.
final class BulkAccess {

    private BulkAccess() {}

    /// Puts a hook for each array argument before the call, if it is such a call.
    static void before(CodeBuilder code, InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        if (owner.startsWith("[") && name.equals("clone")) {
            code.dup();
            KernelNames.arrayHook(code);
        } else if (call.opcode() == Opcode.INVOKESTATIC && readsArguments(owner, name)) {
            beforeArguments(code, call.typeSymbol());
        }
    }

    private static boolean readsArguments(String owner, String name) {
        return (owner.equals("java/lang/System") && name.equals("arraycopy"))
                || (owner.equals("java/util/Arrays") && !name.equals("asList"));
    }

    /// Moves the arguments to fresh local variables and back, because arrays may lie deep in the stack.
    private static void beforeArguments(CodeBuilder code, MethodTypeDesc type) {
        int count = type.parameterCount();
        int[] slots = new int[count];
        for (int i = count - 1; i >= 0; i--) {
            TypeKind kind = TypeKind.from(type.parameterType(i));
            slots[i] = code.allocateLocal(kind);
            code.storeLocal(kind, slots[i]);
        }
        boolean copy = type.parameterCount() == 5 && type.parameterType(0).equals(ConstantDescs.CD_Object);
        for (int i = 0; i < count; i++) {
            ClassDesc parameter = type.parameterType(i);
            if (parameter.isArray() || (copy && parameter.equals(ConstantDescs.CD_Object))) {
                code.aload(slots[i]);
                KernelNames.arrayHook(code);
            }
        }
        for (int i = 0; i < count; i++) {
            code.loadLocal(TypeKind.from(type.parameterType(i)), slots[i]);
        }
    }
}
