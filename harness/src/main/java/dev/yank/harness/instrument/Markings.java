package dev.yank.harness.instrument;

import com.google.errorprone.annotations.Var;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The accesses of one method body that a function of `Rwonce` or `Rcu` marks: the read whose value it gets,
/// or the write to which its value goes.
final class Markings {

    /// How an access is marked.
    enum Marking {
        ONCE("readOnce", "writeOnce"),
        ORDERED("loadAcquire", "storeRelease");

        final String readHook;
        final String writeHook;

        Marking(String readHook, String writeHook) {
            this.readHook = readHook;
            this.writeHook = writeHook;
        }
    }

    /// A function that stands where there is nothing for it to mark.
    record Misplaced(String function, boolean reads, int line) {}

    private static final String RWONCE = "dev/yank/harness/kernel/Rwonce";
    private static final String RCU = "dev/yank/harness/kernel/Rcu";
    private static final String SRCU = "dev/yank/harness/kernel/SrcuStruct";

    private static final Map<String, Marking> READS = new TreeMap<>(Map.of(
            RWONCE + ".READ_ONCE", Marking.ONCE,
            RWONCE + ".smp_load_acquire", Marking.ORDERED,
            RCU + ".rcu_access_pointer", Marking.ONCE,
            RCU + ".rcu_dereference", Marking.ORDERED,
            SRCU + ".srcu_dereference", Marking.ORDERED));
    private static final Map<String, Marking> WRITES = new TreeMap<>(Map.of(
            RWONCE + ".WRITE_ONCE", Marking.ONCE,
            RWONCE + ".smp_store_release", Marking.ORDERED,
            RCU + ".rcu_assign_pointer", Marking.ORDERED));

    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final Map<Integer, Marking> marked = new TreeMap<>();

    @Var
    private Optional<Misplaced> misplaced = Optional.empty();

    private Markings(CodeModel code) {
        @Var int line = 0;
        for (CodeElement element : code) {
            if (element instanceof LineNumber at) {
                line = at.line();
            } else if (element instanceof Instruction instruction) {
                instructions.add(instruction);
                lines.add(line);
            }
        }
    }

    static Markings of(CodeModel code) {
        var markings = new Markings(code);
        for (int i = 0; i < markings.instructions.size(); i++) {
            if (markings.instructions.get(i) instanceof InvokeInstruction call
                    && call.opcode() == Opcode.INVOKESTATIC) {
                markings.mark(i, call);
            }
        }
        return markings;
    }

    /// How the instruction with this number, counted from 0, is marked.
    Optional<Marking> of(int instruction) {
        return Optional.ofNullable(marked.get(instruction));
    }

    /// The first function that marks nothing.
    Optional<Misplaced> misplaced() {
        return misplaced;
    }

    private void mark(int at, InvokeInstruction call) {
        String function = call.owner().asInternalName() + "." + call.name().stringValue();
        Marking read = READS.get(function);
        Marking write = WRITES.get(function);
        if (read == null && write == null) {
            return;
        }
        int access = read != null ? readBefore(at, call.typeSymbol().parameterCount() - 1) : writeAfter(at);
        if (access >= 0) {
            marked.put(access, read != null ? read : write);
        } else if (misplaced.isEmpty()) {
            misplaced = Optional.of(new Misplaced(call.name().stringValue(), read != null, lines.get(at)));
        }
    }

    /// The read whose value is the first argument; any other arguments are variables, or fields of such.
    private int readBefore(int at, int otherArguments) {
        @Var int before = at - 1;
        for (@Var int others = otherArguments; others > 0 && before >= 0; before--) {
            if (instructions.get(before) instanceof LoadInstruction) {
                others--;
            } else if (instructions.get(before).opcode() != Opcode.GETFIELD) {
                return -1;
            }
        }
        boolean reads = before >= 0
                && (instructions.get(before) instanceof ArrayLoadInstruction
                        || instructions.get(before).opcode() == Opcode.GETFIELD);
        return reads ? before : -1;
    }

    private int writeAfter(int at) {
        int after = at + 1 < instructions.size() && instructions.get(at + 1) instanceof TypeCheckInstruction
                ? at + 2
                : at + 1;
        boolean writes = after < instructions.size()
                && (instructions.get(after) instanceof ArrayStoreInstruction
                        || (instructions.get(after) instanceof FieldInstruction access
                                && access.opcode() == Opcode.PUTFIELD));
        return writes ? after : -1;
    }
}
