package dev.yank.model.trace;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// Numbers by object, 0 where nothing was stored. Cleared and reused from one execution to the next.
final class IntTable {

    @Var
    private int[] values = new int[64];

    @Var
    private int used;

    int get(int object) {
        return object < used ? values[object] : 0;
    }

    void put(int object, int value) {
        if (object >= values.length) {
            values = Arrays.copyOf(values, Math.max(object + 1, 2 * values.length));
        }
        used = Math.max(used, object + 1);
        values[object] = value;
    }

    /// One more than the highest object for which something was stored.
    int end() {
        return used;
    }

    void clear() {
        Arrays.fill(values, 0, used, 0);
        used = 0;
    }
}
