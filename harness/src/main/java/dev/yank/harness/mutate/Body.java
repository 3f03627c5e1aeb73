package dev.yank.harness.mutate;

import com.google.errorprone.annotations.Var;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A method body as a list of elements, with its statements: the shortest runs of instructions without a
/// jump that begin and end with nothing on the operand stack.
final class Body {

    /// A statement that nothing jumps into or out of.
    ///
    /// @param start its first element
    /// @param end the element after its last
    /// @param block statements with the same number follow each other whatever happens
    record Statement(int start, int end, int block) {}

    private final String className;
    private final String method;
    private final String descriptor;
    private final List<CodeElement> elements = new ArrayList<>();
    private final Map<Label, Integer> positions = new HashMap<>(); // looked up only
    private final Set<Label> joins = new HashSet<>(); // asked only
    private final Set<Label> tries = new HashSet<>(); // asked only
    private final Set<Label> handlers = new HashSet<>(); // asked only
    private final List<Statement> statements = new ArrayList<>();
    private final int[] lines;
    private final int[] runs;
    private final boolean[] inHandler;

    Body(String className, MethodModel method, CodeModel code) {
        this.className = className;
        this.method = method.methodName().stringValue();
        this.descriptor = method.methodType().stringValue();
        code.forEach(elements::add);
        this.lines = new int[elements.size()];
        this.runs = new int[elements.size()];
        this.inHandler = new boolean[elements.size()];
        findJoins();
        walk();
    }

    String className() {
        return className;
    }

    String method() {
        return method;
    }

    String descriptor() {
        return descriptor;
    }

    int size() {
        return elements.size();
    }

    CodeElement get(int i) {
        return elements.get(i);
    }

    boolean isInstruction(int i) {
        return elements.get(i) instanceof Instruction;
    }

    int line(int i) {
        return lines[i];
    }

    /// Whether the element is only reached when something was thrown, which no driver does on purpose.
    boolean isInHandler(int i) {
        return inHandler[i];
    }

    List<Statement> statements() {
        return statements;
    }

    /// The first element of the run that the element belongs to, from where on the operand stack was not
    /// empty; or -1 where something jumps into the midst of it.
    int runOf(int i) {
        return runs[i];
    }

    List<CodeElement> instructions(int start, int end) {
        return elements.subList(start, end).stream()
                .filter(Instruction.class::isInstance)
                .toList();
    }

    /// The instruction before the element, or -1.
    int before(int i) {
        @Var int at = i - 1;
        while (at >= 0 && !isInstruction(at)) {
            at--;
        }
        return at;
    }

    /// The instruction at the element or after it, or the end.
    int from(int i) {
        @Var int at = i;
        while (at < size() && !isInstruction(at)) {
            at++;
        }
        return at;
    }

    int position(Label label) {
        return positions.getOrDefault(label, -1);
    }

    /// Whether paths meet at the element, or something is caught from there on.
    boolean isJoin(int i) {
        return isJumpedTo(i) || (elements.get(i) instanceof LabelTarget target && tries.contains(target.label()));
    }

    /// Whether paths meet at the element.
    boolean isJumpedTo(int i) {
        return elements.get(i) instanceof LabelTarget target && joins.contains(target.label());
    }

    private void findJoins() {
        for (int i = 0; i < elements.size(); i++) {
            switch (elements.get(i)) {
                case LabelTarget target -> positions.put(target.label(), i);
                case BranchInstruction branch -> joins.add(branch.target());
                case TableSwitchInstruction choice -> join(choice.defaultTarget(), choice.cases());
                case LookupSwitchInstruction choice -> join(choice.defaultTarget(), choice.cases());
                case ExceptionCatch caught -> {
                    tries.addAll(List.of(caught.tryStart(), caught.tryEnd(), caught.handler()));
                    handlers.add(caught.handler());
                }
                default -> {}
            }
        }
    }

    private void join(Label otherwise, List<SwitchCase> cases) {
        joins.add(otherwise);
        cases.forEach(choice -> joins.add(choice.target()));
    }

    static boolean endsPath(CodeElement element) {
        return element instanceof ReturnInstruction
                || element instanceof ThrowInstruction
                || (element instanceof BranchInstruction jump
                        && (jump.opcode() == Opcode.GOTO || jump.opcode() == Opcode.GOTO_W));
    }

    private static boolean isJump(CodeElement element) {
        return endsPath(element)
                || element instanceof BranchInstruction
                || element instanceof TableSwitchInstruction
                || element instanceof LookupSwitchInstruction;
    }

    /// Follows the height of the operand stack through the body.
    private void walk() {
        Map<Label, Integer> heights = new HashMap<>(); // looked up only
        @Var int height = 0;
        @Var int start = -1;
        @Var int block = 0;
        @Var int line = 0;
        @Var boolean reached = true;
        @Var boolean thrown = false;
        for (int i = 0; i < elements.size(); i++) {
            CodeElement element = elements.get(i);
            if (element instanceof LineNumber at) {
                line = at.line();
            }
            if (isJoin(i)) {
                Label label = ((LabelTarget) element).label();
                height = handlers.contains(label) ? 1 : reached ? height : heights.getOrDefault(label, 0);
                thrown |= handlers.contains(label);
                reached = true;
                start = -1;
                block++;
            }
            lines[i] = line;
            inHandler[i] = thrown;
            runs[i] = -1;
            if (!(element instanceof Instruction instruction)) {
                continue;
            }
            start = height == 0 ? i : start;
            runs[i] = start;
            height += StackEffect.of(instruction);
            if (instruction instanceof BranchInstruction branch) {
                heights.put(branch.target(), height);
            }
            if (isJump(element)) {
                reached = !endsPath(element);
                thrown &= !(element instanceof ThrowInstruction);
                start = -1;
                block++;
            } else if (height == 0 && start >= 0) {
                statements.add(new Statement(start, i + 1, block));
            }
        }
    }
}
