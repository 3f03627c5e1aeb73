package dev.yank.harness.instrument;

import com.google.errorprone.annotations.Var;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.util.ArrayDeque;
import java.util.Deque;

/// Knows the array accesses that no other task can see, by the shape in which compilers write them.
///
/// An initialiser `{a, b}` is `length, new array`, then per element `dup, index, value, store`. An assignment
/// used as a value inside it, as in `{x[0] = 1}`, duplicates its value just before its store, which an
/// initialiser never does. A `switch` over an enum is `$SwitchMap$…, selector, ordinal(), iaload`.
final class PrivateArrays {

    private enum Stage {
        OTHER,
        LENGTH,
        CREATED,
        DUPLICATED
    }

    private final Deque<Integer> elementsToCome = new ArrayDeque<>();

    @Var
    private Stage stage = Stage.OTHER;

    @Var
    private int length = 0;

    @Var
    private int switchMaps = 0;

    @Var
    private boolean afterOrdinal = false;

    @Var
    private boolean afterDuplicatedValue = false;

    /// Whether the load to come reads the hidden table of a `switch` over an enum.
    boolean isLoadedFrom(ArrayLoadInstruction load) {
        return load.typeKind() == TypeKind.INT && switchMaps > 0 && afterOrdinal;
    }

    /// Whether the store to come fills a fresh array from its initialiser.
    boolean isStoredInto() {
        return !elementsToCome.isEmpty() && !afterDuplicatedValue;
    }

    /// Moves behind the next instruction of the body.
    void pass(Instruction instruction) {
        switch (instruction) {
            case ArrayLoadInstruction load when isLoadedFrom(load) -> switchMaps--;
            case ArrayStoreInstruction _ when isStoredInto() -> elementStored();
            case FieldInstruction field when field.name().stringValue().startsWith("$SwitchMap$") -> switchMaps++;
            default -> {}
        }
        stage = next(instruction);
        Opcode opcode = instruction.opcode();
        afterDuplicatedValue = opcode == Opcode.DUP_X2 || opcode == Opcode.DUP2_X2;
        afterOrdinal = instruction instanceof InvokeInstruction call
                && call.name().equalsString("ordinal")
                && call.type().equalsString("()I");
    }

    private void elementStored() {
        int left = elementsToCome.pop() - 1;
        if (left > 0) {
            elementsToCome.push(left);
        }
    }

    private Stage next(Instruction instruction) {
        return switch (instruction) {
            case ConstantInstruction constant
            when constant.constantValue() instanceof Integer value -> {
                if (stage == Stage.DUPLICATED && value == 0 && length > 0) {
                    elementsToCome.push(length);
                }
                length = value;
                yield Stage.LENGTH;
            }
            case NewPrimitiveArrayInstruction _ when stage == Stage.LENGTH -> Stage.CREATED;
            case NewReferenceArrayInstruction _ when stage == Stage.LENGTH -> Stage.CREATED;
            case Instruction _ when instruction.opcode() == Opcode.DUP && stage == Stage.CREATED -> Stage.DUPLICATED;
            default -> Stage.OTHER;
        };
    }
}
