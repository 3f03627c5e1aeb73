package dev.yank.harness.mutate;

import dev.yank.harness.mutate.Body.Statement;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets go of a lock or a guard as soon as it was taken, and no more where the driver does.
final class Locks {

    /// Takes in what was found.
    @FunctionalInterface
    interface Finding {
        void add(MutationOperator operator, int at, Edit edit);
    }

    private final Body body;
    private final Finding finding;

    Locks(Body body, Finding finding) {
        this.body = body;
        this.finding = finding;
    }

    void find() {
        for (int i = 0; i < body.size(); i++) {
            if (body.get(i) instanceof InvokeInstruction call && !body.isInHandler(i)) {
                Optional<String> unlock = Calls.unlock(call);
                if (unlock.isPresent()) {
                    lock(i, unlock.get());
                } else if (Calls.makesGuard(call)) {
                    guard(i);
                }
            }
        }
    }

    /// The same lock is meant where the same instructions say which.
    private void lock(int taken, String unlock) {
        Statement after = statementOf(taken);
        if (after == null) {
            return;
        }
        int takenAgain = takenAgain(taken, names(after.start(), taken));
        List<Statement> released = new ArrayList<>();
        for (Statement statement : body.statements()) {
            int last = body.before(statement.end());
            if (statement.start() > taken
                    && statement.start() < takenAgain
                    && body.get(last) instanceof InvokeInstruction call
                    && Calls.isPort(call)
                    && Calls.function(call).equals(unlock)
                    && names(statement.start(), last).startsWith(names(after.start(), taken))) {
                released.add(statement);
            }
        }
        if (released.isEmpty() || released.getFirst().start() == body.from(after.end())) {
            return;
        }
        Statement first = released.getFirst();
        List<CodeElement> again = body.instructions(first.start(), first.end());
        Edit edit = new Edit().insert(body.from(after.end()), code -> again.forEach(code::with));
        released.forEach(statement -> edit.remove(statement.start(), statement.end()));
        finding.add(MutationOperator.UNLOCK_EARLY, body.before(first.end()), edit);
    }

    /// Where the same lock is taken next, or the end.
    private int takenAgain(int taken, String names) {
        for (int i = taken + 1; i < body.size(); i++) {
            if (body.get(i) instanceof InvokeInstruction call
                    && Calls.unlock(call).isPresent()
                    && body.runOf(i) >= 0
                    && names(body.runOf(i), i).equals(names)) {
                return i;
            }
        }
        return body.size();
    }

    private @Nullable Statement statementOf(int call) {
        return body.statements().stream()
                .filter(statement -> statement.start() <= call && call < statement.end())
                .findFirst()
                .orElse(null);
    }

    /// Which lock the instructions before a call put on the stack.
    private String names(int start, int call) {
        var names = new StringBuilder();
        for (CodeElement element : body.instructions(start, call)) {
            switch (element) {
                case LoadInstruction load -> names.append('v').append(load.slot());
                case FieldInstruction access ->
                    names.append('.').append(access.name().stringValue());
                case InvokeInstruction other ->
                    names.append('.').append(other.name().stringValue());
                default -> names.append('?');
            }
        }
        return names.toString();
    }

    private void guard(int taken) {
        int stored = body.from(taken + 1);
        if (stored >= body.size() || !(body.get(stored) instanceof StoreInstruction store)) {
            return;
        }
        List<Integer> closed = new ArrayList<>();
        for (int i = stored; i < body.size(); i++) {
            if (body.get(i) instanceof InvokeInstruction call
                    && Calls.isPort(call)
                    && Calls.function(call).equals("close")
                    && !body.isInHandler(i)
                    && body.get(body.before(i)) instanceof LoadInstruction load
                    && load.slot() == store.slot()) {
                closed.add(i);
            }
        }
        if (closed.isEmpty()) {
            return;
        }
        InvokeInstruction close = (InvokeInstruction) body.get(closed.getFirst());
        Edit edit = new Edit().insert(body.from(stored + 1), code -> close(code, store.slot(), close));
        closed.forEach(at -> edit.replace(at, CodeBuilder::pop));
        finding.add(MutationOperator.UNLOCK_EARLY, closed.getFirst(), edit);
    }

    private static void close(CodeBuilder code, int slot, InvokeInstruction close) {
        code.aload(slot).ifThen(Opcode.IFNONNULL, then -> then.aload(slot).with(close));
    }
}
