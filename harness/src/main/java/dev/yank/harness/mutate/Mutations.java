package dev.yank.harness.mutate;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.mutate.Body.Statement;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds what can be mutated in a class.
public final class Mutations {

    private static final ClassDesc STRUCT = ClassDesc.of("dev.yank.harness.kernel.Struct");
    private static final ClassDesc SLAB = ClassDesc.of("dev.yank.harness.kernel.Slab");

    private final Calls calls;
    private final Body body;
    private final Map<Integer, String> sites;
    private final List<Mutation> found = new ArrayList<>();

    /// What a condition was found for already: the same again is the compiler's, at the end of a `try` with
    /// resources.
    private final Set<Integer> checked = new HashSet<>(); // asked only

    private Mutations(Calls calls, Body body, Map<Integer, String> sites) {
        this.calls = calls;
        this.body = body;
        this.sites = sites;
    }

    /// Every mutation of the class, in the order of its methods.
    ///
    /// @param prefix what the names of calls begin with: empty for the class of the driver itself
    public static List<Mutation> of(ClassModel model, String prefix, Surroundings surroundings) {
        String className = model.thisClass().asInternalName().replace('/', '.');
        var calls = new Calls(surroundings);
        var sites = new Sites(prefix);
        List<Mutation> all = new ArrayList<>();
        for (MethodModel method : model.methods()) {
            if (method.code().isPresent() && isWritten(method)) {
                var body = new Body(className, method, method.code().get());
                all.addAll(new Mutations(calls, body, sites.of(body)).find());
            }
        }
        return all;
    }

    /// Whether a call in it stands in the source: a bridge calls what its caller has called.
    private static boolean isWritten(MethodModel method) {
        return !method.flags().has(AccessFlag.BRIDGE) && !method.methodName().equalsString("<clinit>");
    }

    private List<Mutation> find() {
        for (int i = 0; i < body.size(); i++) {
            if (body.isInHandler(i)) {
                continue;
            }
            if (body.get(i) instanceof InvokeInstruction call) {
                at(i, call);
            } else if (body.get(i) instanceof BranchInstruction branch) {
                skipCheck(i, branch);
            }
        }
        swapCalls();
        new Locks(body, this::add).find();
        return found;
    }

    private void add(MutationOperator operator, int at, Edit edit) {
        String site = sites.get(at);
        if (site != null && !body.isInHandler(at)) {
            String function = Sites.function(body, at);
            found.add(new Mutation(operator, body, site, function, body.line(at), edit));
        }
    }

    private void at(int i, InvokeInstruction call) {
        if (calls.matters(call) && !isOfNull(i)) {
            add(
                    isOnErrorPath(i) ? MutationOperator.SKIP_UNWIND : MutationOperator.DROP_CALL,
                    i,
                    new Edit().replace(i, code -> insteadOf(call, code)));
        }
        calls.withoutWaiting(call)
                .ifPresent(other -> add(
                        MutationOperator.DROP_SYNC,
                        i,
                        new Edit()
                                .replace(
                                        i,
                                        code -> code.invoke(
                                                call.opcode(),
                                                call.owner().asSymbol(),
                                                other,
                                                call.typeSymbol(),
                                                call.isInterface()))));
        if (Calls.isPort(call) && Calls.function(call).equals("kref_put")) {
            add(MutationOperator.FREE_FOR_PUT, i, new Edit().replace(i, Mutations::freeForPut));
        }
        if (Calls.publishes(call)) {
            publishEarly(i);
        }
    }

    /// Whether the call is made on a variable that was found to be null on the way to it: the compiler puts
    /// the end of a `try` with resources also where the resource is not there.
    private boolean isOfNull(int i) {
        if (!Calls.isPort((InvokeInstruction) body.get(i))
                || body.before(i) < 0
                || !(body.get(body.before(i)) instanceof LoadInstruction load)) {
            return false;
        }
        for (int at = i; at >= 0 && !body.isJumpedTo(at); at--) {
            if (body.get(at) instanceof BranchInstruction branch
                    && branch.opcode() == Opcode.IFNONNULL
                    && body.get(body.before(at)) instanceof LoadInstruction asked
                    && asked.slot() == load.slot()) {
                return true;
            }
        }
        return false;
    }

    /// Takes the arguments from the stack and puts there what a successful call answers.
    private static void insteadOf(InvokeInstruction call, CodeBuilder code) {
        if (Calls.answersItsArgument(call)) {
            return;
        }
        for (ClassDesc parameter : call.typeSymbol().parameterList().reversed()) {
            if (StackEffect.slots(parameter) == 2) {
                code.pop2();
            } else {
                code.pop();
            }
        }
        if (call.opcode() != Opcode.INVOKESTATIC) {
            code.pop();
        }
        if (Calls.isNumber(call.typeSymbol().returnType())) {
            code.loadConstant(Calls.success(call));
        }
    }

    /// The stack is `kref, release`.
    private static void freeForPut(CodeBuilder code) {
        code.pop()
                .invokestatic(STRUCT, "container_of", MethodTypeDesc.of(ConstantDescs.CD_Object, STRUCT))
                .invokestatic(SLAB, "kfree", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object))
                .iconst_1();
    }

    /// Whether the call stands in the body of an `if` that ends in the return of an error.
    private boolean isOnErrorPath(int i) {
        return entersByCondition(i) && returnsError(i);
    }

    private boolean entersByCondition(int i) {
        for (int at = i; at >= 0; at--) {
            if (body.isJoin(at)) {
                return false;
            }
            if (body.get(at) instanceof BranchInstruction branch) {
                return !Body.endsPath(branch);
            }
        }
        return false;
    }

    private boolean returnsError(int i) {
        int end = returnAfter(i);
        if (end < 0 || ((ReturnInstruction) body.get(end)).opcode() == Opcode.RETURN) {
            return false;
        }
        boolean success = body.get(body.before(end)) instanceof ConstantInstruction constant
                && Integer.valueOf(0).equals(constant.constantValue());
        return !success;
    }

    /// The return that comes next without any join before it, or -1.
    private int returnAfter(int i) {
        for (int at = i; at < body.size() && !body.isJoin(at); at++) {
            if (body.get(at) instanceof ReturnInstruction) {
                return at;
            }
        }
        return -1;
    }

    /// The condition always comes out so that the method goes on.
    private void skipCheck(int i, BranchInstruction branch) {
        int asked = asked(i, branch);
        if (asked < 0
                || !checked.add(asked)
                || Calls.asksTheCaller(Sites.function(body, asked))
                || body.position(branch.target()) < i) {
            return;
        }
        if (returnAfter(i + 1) > 0) {
            add(MutationOperator.SKIP_CHECK, asked, new Edit().replaceKnowing(i, Mutations::jump));
        } else if (Calls.asksForLife(Sites.function(body, asked))) {
            add(MutationOperator.SKIP_CHECK, asked, new Edit().replace(i, CodeBuilder::pop));
        }
    }

    private static void jump(CodeBuilder code, CodeElement branch) {
        code.pop().goto_(((BranchInstruction) branch).target());
    }

    /// The call or the read that the condition is about, or -1 where it is about a number that was
    /// computed.
    private int asked(int i, BranchInstruction branch) {
        int at = switch (branch.opcode()) {
            case IFNULL, IFNONNULL -> whereItComesFrom(i);
            case IFEQ, IFNE -> body.before(i);
            default -> -1;
        };
        if (at < 0) {
            return -1;
        }
        return switch (body.get(at)) {
            case InvokeInstruction call when isAnswer(call, branch) -> at;
            case FieldInstruction access when access.opcode() == Opcode.GETFIELD -> at;
            default -> -1;
        };
    }

    private static boolean isAnswer(InvokeInstruction call, BranchInstruction branch) {
        ClassDesc answer = call.typeSymbol().returnType();
        boolean isReference = branch.opcode() == Opcode.IFNULL || branch.opcode() == Opcode.IFNONNULL;
        return isReference
                || answer.equals(ConstantDescs.CD_boolean)
                || Calls.function(call).equals("atomic_read");
    }

    /// What the variable that is compared with null was set to last, above the comparison.
    private int whereItComesFrom(int i) {
        @Var int at = body.before(i);
        if (at < 0 || !(body.get(at) instanceof LoadInstruction load)) {
            return at;
        }
        for (at = body.before(at); at >= 0; at = body.before(at)) {
            if (Locals.stores(body.get(at), load.slot())) {
                int value = body.before(at);
                return value >= 0 && Locals.isCast(body.get(value)) ? body.before(value) : value;
            }
        }
        return -1;
    }

    private void swapCalls() {
        for (int i = 0; i + 1 < body.statements().size(); i++) {
            Statement first = body.statements().get(i);
            Statement second = body.statements().get(i + 1);
            int one = callOf(first);
            int other = callOf(second);
            if (one >= 0 && other >= 0 && first.block() == second.block()) {
                add(
                        MutationOperator.SWAP_CALLS,
                        one,
                        new Edit().move(body, second.start(), second.end(), first.start()));
            }
        }
    }

    /// The call that the statement is there for, where it matters; or -1.
    private int callOf(Statement statement) {
        int last = body.before(statement.end());
        int at = body.get(last) instanceof StackInstruction ? body.before(last) : last;
        return at >= statement.start() && body.get(at) instanceof InvokeInstruction call && calls.matters(call)
                ? at
                : -1;
    }

    /// Moves the call, with its arguments, before the statements of its block that come before it.
    private void publishEarly(int i) {
        int run = body.runOf(i);
        if (run < 0) {
            return;
        }
        @Var int target = run;
        for (Statement statement : body.statements().reversed()) {
            if (statement.end() <= target
                    && body.from(statement.end()) == target
                    && isUnbroken(statement.start(), run)
                    && !Locals.feeds(body, statement, run, i)) {
                target = statement.start();
            }
        }
        if (target < run) {
            add(MutationOperator.PUBLISH_EARLY, i, new Edit().move(body, run, i + 1, target));
        }
    }

    private boolean isUnbroken(int start, int end) {
        for (int at = start; at < end; at++) {
            if (body.isJoin(at)) {
                return false;
            }
        }
        return true;
    }
}
