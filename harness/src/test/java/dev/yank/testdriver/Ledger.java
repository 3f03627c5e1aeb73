package dev.yank.testdriver;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// One field of each kind, and one method for each kind of access.
public class Ledger {

    private static final int[] SQUARES = new int[3];

    static {
        for (int i = 0; i < SQUARES.length; i++) {
            SQUARES[i] = i * i;
        }
    }

    @Var
    public int count = 1;

    @Var
    public long total = 2;

    @Var
    public double rate = 3;

    @Var
    public @Nullable String name;

    public final int limit;

    public final byte[] bytes = new byte[2];
    public final long[] longs = new long[2];
    public final String[] names = new String[] {"a", "b"};

    public Ledger() {
        count = 7;
        limit = count + 3;
    }

    public Ledger(Ledger other, Page page) {
        limit = page.number;
        page.number = 5;
        count = other.count;
    }

    public static int lastSquare() {
        return SQUARES[2];
    }

    public int countOf(Ledger other) {
        return other.count;
    }

    public void setCount() {
        count = 5;
    }

    public void setTotal() {
        total = 6L;
    }

    public void setRate() {
        rate = 7.5;
    }

    public void setName() {
        name = "n";
    }

    public long readAll() {
        return count + total + (long) rate + limit;
    }

    public void increment() {
        count++;
    }

    public void incrementTotal() {
        total += 4L;
    }

    public void storeByte() {
        bytes[1] = 9;
    }

    public void storeLong() {
        longs[1] = 9L;
    }

    @SuppressWarnings("AssignmentExpression") // the value of an assignment is what is tried
    public long chain() {
        return longs[0] = longs[1] = 8L;
    }

    public int loadByte() {
        return bytes[1];
    }

    public long loadLong() {
        return longs[1];
    }

    public String loadName() {
        return names[1];
    }

    public byte[] copy() {
        byte[] target = new byte[2];
        System.arraycopy(bytes, 0, target, 0, 2);
        return target;
    }

    public byte[] copyOfClone() {
        return Arrays.copyOf(bytes.clone(), 3);
    }

    public String text() {
        return String.format("%s %s", "x", "y");
    }

    @SuppressWarnings("AssignmentExpression") // an assignment inside an initialiser is what is tried
    public int fill(int[] other) {
        int[] fresh = {4, other[0] = 5, 6};
        fresh[1] = 7;
        return fresh[1] + other[0];
    }

    public int loop() {
        @Var int sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += i;
        }
        return sum;
    }

    public int straight(int x) {
        return x > 0 ? 1 : 2;
    }

    @SuppressWarnings("StatementSwitchToExpressionSwitch") // a switch that jumps back is what is tried
    public int spin(int start) {
        @Var int left = start;
        while (true) {
            switch (left--) {
                case 0:
                    return left;
                case 1:
                    continue;
                default:
            }
        }
    }

    public IntSupplier lambda(int captured) {
        return () -> count + captured;
    }

    public Page inner() {
        return new Page();
    }

    public String fail() {
        count = 2;
        throw new IllegalStateException("thrown from the ledger");
    }

    /// An inner class: it has a synthetic field for its ledger.
    public class Page {
        @Var
        public int number = 4;

        public int both() {
            return number + count;
        }
    }
}
