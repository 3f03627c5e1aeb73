package dev.yank.harness.mutate;

import com.google.errorprone.annotations.Var;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What is left out of a method body and what is put in. Elements are numbered as they come in the body.
final class Edit {

    private final SortedMap<Integer, BiConsumer<CodeBuilder, CodeElement>> before = new TreeMap<>();
    private final SortedSet<Integer> removed = new TreeSet<>();

    /// Puts code in before an element.
    Edit insert(int at, Consumer<CodeBuilder> code) {
        return insertKnowing(at, (builder, _) -> code.accept(builder));
    }

    /// Puts code in that is told which element it stands before; labels are to be taken from there.
    private Edit insertKnowing(int at, BiConsumer<CodeBuilder, CodeElement> code) {
        before.merge(at, code, BiConsumer::andThen);
        return this;
    }

    /// Leaves out the instructions from `start` to before `end`.
    Edit remove(int start, int end) {
        for (int i = start; i < end; i++) {
            removed.add(i);
        }
        return this;
    }

    /// Puts code in the place of an element.
    Edit replace(int at, Consumer<CodeBuilder> code) {
        return remove(at, at + 1).insert(at, code);
    }

    /// Puts code in the place of an element, knowing it.
    Edit replaceKnowing(int at, BiConsumer<CodeBuilder, CodeElement> code) {
        return remove(at, at + 1).insertKnowing(at, code);
    }

    /// Moves the instructions from `start` to before `end` to before `target`.
    Edit move(Body body, int start, int end, int target) {
        List<CodeElement> moved = body.instructions(start, end);
        for (int i = start; i < end; i++) {
            if (body.isInstruction(i)) {
                removed.add(i);
            }
        }
        return insert(target, code -> moved.forEach(code::with));
    }

    /// Does it, once.
    CodeTransform begin() {
        return new Editing();
    }

    /// What debuggers know of local variables does not hold any more where code has become unreachable.
    private static boolean isNameOfVariable(CodeElement element) {
        return element instanceof LocalVariable || element instanceof LocalVariableType;
    }

    private final class Editing implements CodeTransform {

        @Var
        private int next;

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            int number = next++;
            BiConsumer<CodeBuilder, CodeElement> inserted = before.get(number);
            if (inserted != null) {
                inserted.accept(code, element);
            }
            if (!removed.contains(number) && !isNameOfVariable(element)) {
                code.with(element);
            }
        }
    }
}
