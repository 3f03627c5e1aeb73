package dev.yank.harness.instrument;

import com.google.errorprone.annotations.Var;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts hooks before the accesses and the backward jumps of one method body. One object serves one pass over
/// one body.
final class AccessRewriter implements CodeTransform {

    private final ClassHierarchy hierarchy;
    private final String underConstruction;
    private final Set<Label> passed = new HashSet<>();
    private final PrivateArrays privateArrays = new PrivateArrays();
    private final Markings markings;

    @Var
    private int instructions;

    /// @param underConstruction internal name of the class whose constructor this is, or empty
    AccessRewriter(ClassHierarchy hierarchy, Markings markings, String underConstruction) {
        this.hierarchy = hierarchy;
        this.markings = markings;
        this.underConstruction = underConstruction;
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case LabelTarget target -> passed.add(target.label());
            case FieldInstruction access -> beforeField(code, access);
            case ArrayLoadInstruction load when !privateArrays.isLoadedFrom(load) -> beforeLoad(code);
            case ArrayStoreInstruction store when !privateArrays.isStoredInto() -> beforeStore(code, store.typeKind());
            case InvokeInstruction call -> BulkAccess.before(code, call);
            case BranchInstruction branch -> beforeJump(code, List.of(branch.target()));
            case TableSwitchInstruction choice -> beforeSwitch(code, choice.defaultTarget(), choice.cases());
            case LookupSwitchInstruction choice -> beforeSwitch(code, choice.defaultTarget(), choice.cases());
            default -> {}
        }
        if (element instanceof Instruction instruction) {
            privateArrays.pass(instruction);
            instructions++;
        }
        code.with(element);
    }

    private void beforeField(CodeBuilder code, FieldInstruction access) {
        String owner = access.owner().asInternalName();
        if (isStatic(access.opcode()) || owner.equals(underConstruction) || !hierarchy.isShadowed(owner)) {
            return;
        }
        Optional<ClassHierarchy.Field> field = hierarchy.resolve(
                owner, access.name().stringValue(), access.type().stringValue());
        if (field.filter(found -> found.has(AccessFlag.SYNTHETIC)).isPresent()) {
            return;
        }
        String declaredIn = field.map(ClassHierarchy.Field::owner).orElse(owner);
        String label = simpleName(declaredIn) + "." + access.name().stringValue();
        if (access.opcode() == Opcode.GETFIELD) {
            boolean constant =
                    field.filter(found -> found.has(AccessFlag.FINAL)).isPresent();
            code.dup();
            if (constant) {
                KernelNames.constantHook(code, label);
            } else {
                KernelNames.fieldHook(code, readHook(field), label, number(field));
            }
        } else {
            underObject(code, TypeKind.fromDescriptor(access.type().stringValue()));
            KernelNames.fieldHook(code, writeHook(field), label, number(field));
        }
    }

    private int number(Optional<ClassHierarchy.Field> field) {
        return field.map(hierarchy::number).orElse(0);
    }

    private String readHook(Optional<ClassHierarchy.Field> field) {
        return marking(field).map(marking -> marking.readHook).orElse("read");
    }

    private String writeHook(Optional<ClassHierarchy.Field> field) {
        return marking(field).map(marking -> marking.writeHook).orElse("write");
    }

    /// A volatile field is marked everywhere.
    private Optional<Markings.Marking> marking(Optional<ClassHierarchy.Field> field) {
        boolean isVolatile =
                field.filter(found -> found.has(AccessFlag.VOLATILE)).isPresent();
        return markings.of(instructions).or(() -> isVolatile ? Optional.of(Markings.Marking.ONCE) : Optional.empty());
    }

    private static boolean isStatic(Opcode opcode) {
        return opcode == Opcode.GETSTATIC || opcode == Opcode.PUTSTATIC;
    }

    /// The stack is `object, value`; puts the object on top of it.
    private static void underObject(CodeBuilder code, TypeKind value) {
        if (value.slotSize() == 2) {
            code.dup2_x1().pop2().dup_x2();
        } else {
            code.dup2().pop();
        }
    }

    /// The stack is `array, index`.
    private void beforeLoad(CodeBuilder code) {
        code.dup2();
        KernelNames.elementHook(code, readHook(Optional.empty()));
    }

    /// The stack is `array, index, value`.
    private void beforeStore(CodeBuilder code, TypeKind value) {
        boolean wide = value.slotSize() == 2;
        if (wide) {
            code.dup2_x2().pop2();
        } else {
            code.dup_x2().pop();
        }
        code.dup2();
        KernelNames.elementHook(code, writeHook(Optional.empty()));
        if (wide) {
            code.dup2_x2().pop2();
        } else {
            code.dup2_x1().pop2();
        }
    }

    private void beforeSwitch(CodeBuilder code, Label otherwise, List<SwitchCase> cases) {
        beforeJump(code, List.of(otherwise));
        if (!passed.contains(otherwise)) {
            beforeJump(code, cases.stream().map(SwitchCase::target).toList());
        }
    }

    private void beforeJump(CodeBuilder code, List<Label> targets) {
        if (targets.stream().anyMatch(passed::contains)) {
            KernelNames.loopHook(code);
        }
    }

    /// The class' name as its author wrote it: without package, and without what it is nested in. A class
    /// without a name is called after what it is nested in, as in `Port$1`.
    static String simpleName(String internalName) {
        String nested = internalName.substring(internalName.lastIndexOf('/') + 1);
        @Var int start = nested.lastIndexOf('$') + 1;
        while (start < nested.length() && Character.isDigit(nested.charAt(start))) {
            start++;
        }
        return start == nested.length() ? nested : nested.substring(start);
    }
}
