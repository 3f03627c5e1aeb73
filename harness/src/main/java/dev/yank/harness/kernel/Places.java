package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import java.lang.reflect.Array;
import java.util.Arrays;

/// Numbers the places of one execution that a driver can read and write: fields and elements of arrays. The
/// numbers of one object or array follow each other; 0 stands for no place.
final class Places {

    /// A driver has few arrays; further ones go without numbers.
    private static final int MOST_ARRAYS = 64;

    @Var
    private Object[] arrays = new Object[4];

    @Var
    private int[] firsts = new int[4];

    @Var
    private int arrayCount;

    @Var
    private int last;

    /// The place of a field.
    ///
    /// @param field the number of the field in its object
    int of(Shadowed object, int field) {
        @Var int first = object.yank$place();
        if (first == 0) {
            first = take(object.yank$fields());
            object.yank$place(first);
        }
        return first + field;
    }

    /// The place of an element; 0 where there is no such element.
    @SuppressWarnings("ReferenceEquality") // an array is its address
    int of(Object array, int index) {
        int length = Array.getLength(array);
        if (index < 0 || index >= length) {
            return 0;
        }
        for (@Var int known = arrayCount - 1; known >= 0; known--) {
            if (arrays[known] == array) {
                return firsts[known] + index;
            }
        }
        return arrayCount == MOST_ARRAYS ? 0 : add(array, length) + index;
    }

    private int add(Object array, int length) {
        if (arrayCount == arrays.length) {
            arrays = Arrays.copyOf(arrays, 2 * arrayCount);
            firsts = Arrays.copyOf(firsts, 2 * arrayCount);
        }
        arrays[arrayCount] = array;
        firsts[arrayCount] = take(length);
        return firsts[arrayCount++];
    }

    private int take(int count) {
        int first = last + 1;
        last += count;
        return first;
    }
}
