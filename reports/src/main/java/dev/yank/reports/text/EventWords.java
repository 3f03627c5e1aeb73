package dev.yank.reports.text;

import dev.yank.harness.run.Counterexample;
import dev.yank.harness.sim.Backdrop.Registers;
import dev.yank.harness.sim.hardware.RegisterValue;
import dev.yank.model.rule.Errno;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.List;
import java.util.Map;

/// Kernel events in words: the text of their kind with the names of this trace.
public final class EventWords {

    private static final String SOME_REGISTER = "a register";

    private final Map<Integer, String> objects;
    private final List<RegisterValue> registers;

    /// The words for the trace of a counterexample.
    public EventWords(Counterexample counterexample) {
        this.objects = counterexample.objects();
        this.registers = counterexample.backdrop().registers().stream()
                .map(Registers::values)
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /// The name of an object.
    public String object(int object) {
        return PlainText.line(objects.getOrDefault(object, "something"));
    }

    /// Such as `frees Pl061State`, `locks a mutex (Mutex#2)`, `probe answers ENOMEM`.
    public String of(KernelEvent event) {
        String words = text(event)
                .replace("{d}", detail(event))
                .replace("{o}", object(event.object()))
                .replace("{n}", PlainText.line(note(event)));
        return words + whichOne(event);
    }

    /// What the text of a kind leaves open.
    private static String text(KernelEvent event) {
        boolean is = event.detail() != 0;
        return switch (event.kind()) {
            case UPGRADED -> is ? "is given {o}" : "is refused {o}";
            case REFERENCE_TAKEN -> "has a " + (is ? "strong" : "weak") + " reference to {o}";
            case REFERENCE_DROPPED -> "drops a " + (is ? "strong" : "weak") + " reference to {o}";
            case BORROW -> is ? "borrows {o} mutably" : "borrows {o}";
            case WITHDRAWN -> is ? "withdraws {o}" : "finds {o} withdrawn already";
            case SETTLED -> "has come to rest, like everybody else";
            case INTO_FOREIGN ->
                event.object() == 0
                        ? "gives an object away as null"
                        : event.kind().text();
            default -> event.kind().text();
        };
    }

    /// The note; of a register its name, where that is known.
    private String note(KernelEvent event) {
        if (!event.note().equals(SOME_REGISTER) || registers.isEmpty()) {
            return event.note();
        }
        int offset = event.detail();
        return registers.stream()
                .filter(one -> one.offset() <= offset && offset < one.offset() + one.length())
                .findFirst()
                .map(RegisterValue::name)
                .orElse("the register at 0x" + Integer.toHexString(offset));
    }

    private static String detail(KernelEvent event) {
        boolean isResult = event.kind() == EventKind.OPERATION_EXIT || event.kind() == EventKind.PROBE_EXIT;
        return isResult && event.detail() < 0 ? errno(event.detail()) : Integer.toString(event.detail());
    }

    /// The name of a negative error number; a number that Linux does not know stays one.
    private static String errno(int coded) {
        for (Errno errno : Errno.values()) {
            if (errno.number() == -coded) {
                return errno.name();
            }
        }
        return Integer.toString(coded);
    }

    /// Says which object is meant where the note names only its kind.
    private String whichOne(KernelEvent event) {
        String name = objects.get(event.object());
        if (name == null) {
            return "";
        }
        boolean isOneOfSeveral = name.indexOf('#') >= 0 || name.indexOf('.') >= 0;
        boolean said = switch (event.kind()) {
            case READ, WRITE, READ_ONCE, WRITE_ONCE, LOAD_ACQUIRE, STORE_RELEASE, USE ->
                !isOneOfSeveral && event.note().startsWith(name + ".");
            case LOCK, UNLOCK, BLOCK, STUCK, WAKE, WAKE_NOBODY -> !isOneOfSeveral;
            case GUARD_ENTER, GUARD_EXIT, GUARD_REFUSED, WRONG_GUARD, STALE_GUARD, DRAIN_BEGIN, DRAIN_END ->
                !isOneOfSeveral;
            case ACQUIRE, RELEASE, DEVRES_ADD, DEVRES_RELEASE -> !isOneOfSeveral;
            case SCOPE_GUARDED, SCOPE_DISMISSED -> !isOneOfSeveral;
            default -> true;
        };
        return said ? "" : " (" + object(event.object()) + ")";
    }
}
