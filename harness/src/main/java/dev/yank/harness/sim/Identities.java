package dev.yank.harness.sim;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// The objects of one execution, numbered from 1 in the order in which the trace first speaks of them.
final class Identities {

    @Var
    private Object[] objects = new Object[48];

    @Var
    private int count;

    /// Gives the next number.
    int add(Object object) {
        int id = ++count;
        if (id == objects.length) {
            objects = Arrays.copyOf(objects, 2 * id);
        }
        objects[id] = object;
        return id;
    }

    int count() {
        return count;
    }

    Names names(String[] tasks) {
        return new Names(objects, count, tasks);
    }
}
