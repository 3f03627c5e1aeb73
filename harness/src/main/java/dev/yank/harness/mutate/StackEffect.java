package dev.yank.harness.mutate;

import com.google.errorprone.annotations.Var;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// How many slots an instruction makes the operand stack higher.
///
/// Source: The Java Virtual Machine Specification, section 6.5, Oracle, 2025.
final class StackEffect {

    private StackEffect() {}

    static int of(Instruction instruction) {
        return switch (instruction) {
            case LoadInstruction load -> load.typeKind().slotSize();
            case StoreInstruction store -> -store.typeKind().slotSize();
            case ConstantInstruction constant -> constant.typeKind().slotSize();
            case FieldInstruction access -> field(access);
            case InvokeInstruction call -> calls(call.typeSymbol()) - (call.opcode() == Opcode.INVOKESTATIC ? 0 : 1);
            case InvokeDynamicInstruction call -> calls(call.typeSymbol());
            case NewObjectInstruction _ -> 1;
            case NewMultiArrayInstruction array -> 1 - array.dimensions();
            case ArrayLoadInstruction load -> load.typeKind().slotSize() - 2;
            case ArrayStoreInstruction store -> -2 - store.typeKind().slotSize();
            case ConvertInstruction convert ->
                convert.toType().slotSize() - convert.fromType().slotSize();
            case OperatorInstruction operator -> operator(operator);
            case StackInstruction stack -> stack(stack.opcode());
            case BranchInstruction branch -> branch(branch.opcode());
            case TableSwitchInstruction _ -> -1;
            case LookupSwitchInstruction _ -> -1;
            default -> 0; // what ends a method, and what leaves the stack as high as it was
        };
    }

    static int slots(ClassDesc type) {
        return TypeKind.from(type).slotSize();
    }

    private static int calls(MethodTypeDesc type) {
        @Var int effect = slots(type.returnType());
        for (ClassDesc parameter : type.parameterList()) {
            effect -= slots(parameter);
        }
        return effect;
    }

    private static int field(FieldInstruction access) {
        int value = slots(access.typeSymbol());
        return switch (access.opcode()) {
            case GETSTATIC -> value;
            case PUTSTATIC -> -value;
            case GETFIELD -> value - 1;
            default -> -value - 1;
        };
    }

    private static int operator(OperatorInstruction operator) {
        return switch (operator.opcode()) {
            case ARRAYLENGTH, INEG, LNEG, FNEG, DNEG -> 0;
            case LCMP, DCMPL, DCMPG -> -3;
            case ISHL, ISHR, IUSHR, LSHL, LSHR, LUSHR, FCMPL, FCMPG -> -1;
            default -> -operator.typeKind().slotSize();
        };
    }

    private static int stack(Opcode opcode) {
        return switch (opcode) {
            case POP -> -1;
            case POP2 -> -2;
            case DUP, DUP_X1, DUP_X2 -> 1;
            case DUP2, DUP2_X1, DUP2_X2 -> 2;
            default -> 0;
        };
    }

    private static int branch(Opcode opcode) {
        return switch (opcode) {
            case GOTO, GOTO_W -> 0;
            case IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE, IFNULL, IFNONNULL -> -1;
            default -> -2;
        };
    }
}
