package dev.yank.harness.mutate;

import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What is known of the functions that a driver calls: whose they are, which of them a lifetime depends on,
/// and what they answer where they are not called.
///
/// What moves data (registers, user memory) or only looks is left alone: whether a driver computes the
/// right thing is not the question here.
final class Calls {

    private static final String PORT = "dev/yank/harness/kernel/";

    private static final Pattern MOVES_DATA_OR_LOOKS = Pattern.compile(
            "get|dev|irq|res|devt|i_cdev|minor|nowait|name|value|line|count|fill|as_ptr|pointer|foreign|dma_handle"
                    + "|cpu_relax|put_le|vring_(avail|used.*|size)|container_of|dev_name|timer_pending|work_pending"
                    + "|pci_irq_vector|pci_possible_error"
                    + "|(read|write)[bwlq]|(READ|WRITE)_ONCE|s?rcu_(dereference|access_pointer|assign_pointer)"
                    + "|smp_.*|.*_read|.*_get_drvdata|(get|put)_user|copy_.*_user|current_.*|is_.*|has_.*");
    private static final Pattern ANSWERS_TRUE = Pattern.compile(".*(_unless_|_not_zero|trylock|try_|_file_self).*");
    private static final Pattern PUBLISHES = Pattern.compile(
            "cdev_add|cdev_device_add|misc_register|(devm_)?request_(threaded_)?irq|device_add|schedule_work|queue_work"
                    + "|mod_timer|schedule_delayed_work|.*_register(_device|_driver)?");

    /// Conditions that ask whether the device is there, or whether somebody may go on.
    private static final Pattern LIVENESS = Pattern.compile(
            ".*(connect|dying|gone|dead|alive|live|present|revoked|removed|unplug|enter|try_|down|closed|stopped).*");

    private static final Map<String, String> UNLOCK = new TreeMap<>(Map.ofEntries(
            Map.entry("mutex_lock", "mutex_unlock"),
            Map.entry("spin_lock", "spin_unlock"),
            Map.entry("spin_lock_irq", "spin_unlock_irq"),
            Map.entry("spin_lock_bh", "spin_unlock_bh"),
            Map.entry("spin_lock_irqsave", "spin_unlock_irqrestore"),
            Map.entry("raw_spin_lock", "raw_spin_unlock"),
            Map.entry("raw_spin_lock_irqsave", "raw_spin_unlock_irqrestore"),
            Map.entry("down_read", "up_read"),
            Map.entry("down_write", "up_write"),
            Map.entry("device_lock", "device_unlock"),
            Map.entry("rcu_read_lock", "rcu_read_unlock"),
            Map.entry("srcu_read_lock", "srcu_read_unlock")));

    private final Surroundings surroundings;
    private final Map<String, Boolean> reaching = new TreeMap<>();

    Calls(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static String function(InvokeInstruction call) {
        return call.name().stringValue();
    }

    static boolean isPort(InvokeInstruction call) {
        return call.owner().asInternalName().startsWith(PORT);
    }

    /// Whether a lifetime depends on it: a function of the kernel that changes something, or a function of
    /// the driver's own that answers nothing and calls such a one.
    boolean matters(InvokeInstruction call) {
        String name = function(call);
        if (name.startsWith("<") || MOVES_DATA_OR_LOOKS.matcher(name).matches()) {
            return false;
        }
        ClassDesc answer = call.typeSymbol().returnType();
        if (isPort(call)) {
            return isNothing(answer) || isNumber(answer) || answersItsArgument(call);
        }
        return isNothing(answer) && reaches(call);
    }

    /// Whether a function of the driver's own calls, itself or through others of its own, one of the kernel
    /// on which a lifetime depends. Of a function without a body of its own nothing is known.
    private boolean reaches(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String key = owner + "." + function(call) + " " + call.type().stringValue();
        Boolean known = reaching.get(key);
        if (known != null || !surroundings.isDriver(owner)) {
            return Boolean.TRUE.equals(known);
        }
        reaching.put(key, false); // unless the body says otherwise; a function may call itself
        boolean reaches = body(call).stream()
                .flatMap(CodeModel::elementStream)
                .filter(InvokeInstruction.class::isInstance)
                .map(InvokeInstruction.class::cast)
                .anyMatch(inner -> isPort(inner) ? matters(inner) : reaches(inner));
        reaching.put(key, reaches);
        return reaches;
    }

    private Optional<CodeModel> body(InvokeInstruction call) {
        return method(call.owner().asInternalName(), function(call), call.type().stringValue())
                .flatMap(MethodModel::code);
    }

    private Optional<MethodModel> method(String owner, String name, String descriptor) {
        return surroundings.classOf(owner).stream()
                .flatMap(model -> model.methods().stream())
                .filter(method -> method.methodName().equalsString(name)
                        && method.methodType().equalsString(descriptor))
                .findFirst();
    }

    private static boolean isNothing(ClassDesc type) {
        return type.equals(ConstantDescs.CD_void);
    }

    static boolean isNumber(ClassDesc type) {
        return type.equals(ConstantDescs.CD_int) || type.equals(ConstantDescs.CD_boolean);
    }

    /// Whether it answers a reference to what it was given, one more than there was, as `get_device` does.
    static boolean answersItsArgument(InvokeInstruction call) {
        ClassDesc answer = call.typeSymbol().returnType();
        boolean given = call.opcode() == Opcode.INVOKESTATIC
                ? call.typeSymbol().parameterList().equals(List.of(answer))
                : call.typeSymbol().parameterCount() == 0
                        && call.owner().asSymbol().equals(answer);
        return given && !answer.equals(ConstantDescs.CD_Object);
    }

    /// What a function answers that was not called and says that all is well.
    static int success(InvokeInstruction call) {
        return ANSWERS_TRUE.matcher(function(call)).matches() ? 1 : 0;
    }

    static boolean publishes(InvokeInstruction call) {
        return isPort(call) && PUBLISHES.matcher(function(call)).matches();
    }

    /// Whether a condition of that name asks the caller what it wants.
    static boolean asksTheCaller(String name) {
        return name.equals("nowait");
    }

    /// Whether a condition of that name asks whether somebody may go on.
    static boolean asksForLife(String name) {
        return LIVENESS.matcher(name).matches();
    }

    /// The function that gives back what this one takes, for locks.
    static Optional<String> unlock(InvokeInstruction call) {
        return isPort(call) ? Optional.ofNullable(UNLOCK.get(function(call))) : Optional.empty();
    }

    /// Whether it answers a guard that is given back with `close`.
    static boolean makesGuard(InvokeInstruction call) {
        String answer = call.typeSymbol().returnType().descriptorString();
        return isPort(call) && answer.startsWith("L" + PORT) && answer.matches(".*\\$(Guard|Borrowed);");
    }

    /// The function that does the same and does not wait, where there is one.
    Optional<String> withoutWaiting(InvokeInstruction call) {
        String name = function(call);
        if (!isPort(call)) {
            return Optional.empty();
        }
        List<String> candidates = name.endsWith("_sync")
                ? List.of(name.substring(0, name.length() - "_sync".length()), "timer_delete")
                : List.of(name + "_nosync");
        return candidates.stream()
                .filter(other -> !other.equals(name))
                .filter(other -> method(
                                call.owner().asInternalName(),
                                other,
                                call.type().stringValue())
                        .isPresent())
                .findFirst();
    }
}
