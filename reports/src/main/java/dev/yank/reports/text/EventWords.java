package dev.yank.reports.text;

import dev.yank.model.rule.Errno;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.Map;

/// Kernel events in words: the text of their kind with the names of this trace.
final class EventWords {

    private final Map<Integer, String> objects;

    EventWords(Map<Integer, String> objects) {
        this.objects = objects;
    }

    /// The name of an object.
    String object(int object) {
        return PlainText.line(objects.getOrDefault(object, "something"));
    }

    /// Such as `frees Pl061State`, `locks a mutex (Mutex#2)`, `probe answers ENOMEM`.
    String of(KernelEvent event) {
        String words = event.kind()
                .text()
                .replace("{d}", detail(event))
                .replace("{o}", object(event.object()))
                .replace("{n}", PlainText.line(event.note()));
        return words + whichOne(event);
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
            case READ, WRITE, USE -> !isOneOfSeveral && event.note().startsWith(name + ".");
            case LOCK, UNLOCK, BLOCK, STUCK, WAKE, GUARD_ENTER, GUARD_EXIT, DRAIN_BEGIN, DRAIN_END -> !isOneOfSeveral;
            case ACQUIRE, RELEASE, DEVRES_ADD, DEVRES_RELEASE -> !isOneOfSeveral;
            default -> true;
        };
        return said ? "" : " (" + object(event.object()) + ")";
    }
}
