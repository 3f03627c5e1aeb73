package dev.yank.harness.mutate;

import com.google.errorprone.annotations.Var;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Map;
import java.util.TreeMap;

/// Names for the calls of one class, such as `remove:cdev_disconnect#1` or `Fops.read.lambda0:kfifo_get#2`.
final class Sites {

    private final String prefix;
    private final Map<String, Integer> counts = new TreeMap<>();

    /// @param prefix what names begin with: empty for the class of the driver
    Sites(String prefix) {
        this.prefix = prefix;
    }

    /// The names of all elements of a body that can have one; the bodies of a class are asked for in their
    /// order.
    Map<Integer, String> of(Body body) {
        Map<Integer, String> names = new TreeMap<>();
        for (int i = 0; i < body.size(); i++) {
            String function = function(body, i);
            if (!function.isEmpty()) {
                String named = prefix + inWords(body.method()) + ":" + function;
                names.put(i, named + "#" + counts.merge(named, 1, Integer::sum));
            }
        }
        return names;
    }

    /// The name of what is called or read by the element; empty if it neither calls nor reads.
    static String function(Body body, int i) {
        return switch (body.get(i)) {
            case InvokeInstruction call -> Calls.function(call);
            case FieldInstruction access -> access.name().stringValue();
            default -> "";
        };
    }

    /// `lambda$probe$0` becomes `probe.lambda0`; a name without anything that a shell could take amiss.
    private static String inWords(String method) {
        if (!method.startsWith("lambda$")) {
            return method.replaceAll("[^A-Za-z0-9_]", "");
        }
        String rest = method.substring("lambda$".length());
        @Var int end = rest.lastIndexOf('$');
        end = end < 0 ? rest.length() : end;
        String number = rest.substring(end).replaceAll("[^0-9]", "");
        return rest.substring(0, end).replaceAll("[^A-Za-z0-9_]", "") + ".lambda" + number;
    }
}
