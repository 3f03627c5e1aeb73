package dev.yank.testdriver;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Walks through the shapes of the language that rewriting could break; its text must stay the same.
public final class Shapes implements Supplier<String> {

    private static final int[] PRIMES = {2, 3, 5};

    @Var
    private int state = 1;

    @Var
    private long wide = 40L;

    private final double[][] grid = new double[2][2];
    private final List<String> closed = new ArrayList<>();

    /// A shape to match on.
    public sealed interface Shape permits Dot, Box {

        default String describe() {
            return "shape " + this;
        }
    }

    /// Matched by pattern.
    public record Dot(int x) implements Shape {}

    /// Matched by pattern.
    public record Box(Dot from, long size) implements Shape {}

    private abstract static class Converter<T> {
        abstract T convert(T value);
    }

    private static final class Doubler extends Converter<Integer> {
        @Var
        private int calls;

        @Override
        Integer convert(Integer value) {
            calls++;
            return value * 2 + calls;
        }
    }

    private final class Resource implements AutoCloseable {
        private final String name;

        Resource(String name) {
            this.name = name;
        }

        @Override
        public void close() {
            closed.add(name);
            state++;
        }
    }

    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Var
        private int code;

        Failure(int code) {
            super("failure", null, false, false);
            this.code = code;
        }
    }

    @Override
    public String get() {
        return String.join(
                " ",
                numbers(),
                strings("two"),
                strings("six"),
                colours(),
                patterns(),
                resources(),
                bridges(),
                nested());
    }

    @SuppressWarnings("AssignmentExpression") // an assignment inside an initialiser is what is tried
    private String numbers() {
        @Var int sum = 0;
        for (int prime : PRIMES) {
            sum += prime;
        }
        int[] filled = {sum, PRIMES[0] = 2, state++, (int) wide};
        wide += filled[0];
        wide <<= 1;
        grid[1][0] = wide;
        grid[1][1] += grid[1][0] / 3;
        char[] letters = new char[] {'a', 'b'};
        letters[0]++;
        boolean[] flags = new boolean[1];
        flags[0] |= state > 0;
        return sum + " " + filled[2] + " " + wide + " " + grid[1][1] + letters[0] + flags[0];
    }

    private String strings(String word) {
        return switch (word) {
            case "one", "two" -> "known" + state;
            default -> "unknown" + word.length();
        };
    }

    private String colours() {
        StringBuilder text = new StringBuilder();
        for (Panel.Colour colour : Panel.Colour.values()) {
            switch (colour) {
                case RED -> text.append("r");
                case GREEN -> text.append("g").append(colour.code());
            }
        }
        return text.toString();
    }

    private String patterns() {
        List<Shape> shapes = List.of(new Dot(1), new Box(new Dot(2), 30L), new Box(new Dot(9), 1L));
        StringBuilder text = new StringBuilder();
        for (Shape shape : shapes) {
            text.append(
                    switch (shape) {
                        case Dot(int x) -> x;
                        case Box(Dot(int x), long size) when size > 10 -> x + size;
                        case Box box -> box.from().x();
                    });
        }
        return text + shapes.get(0).describe();
    }

    private String resources() {
        try (Resource first = new Resource("first");
                Resource second = new Resource("second")) {
            throw new Failure(first.name.length() + second.name.length());
        } catch (Failure failure) {
            failure.code++;
            return closed + " " + failure.code;
        } finally {
            state += 10;
        }
    }

    private String bridges() {
        Converter<Integer> converter = new Doubler();
        Function<Integer, Integer> function = converter::convert;
        return function.apply(4) + "," + function.andThen(n -> n + state).apply(5);
    }

    private String nested() {
        Supplier<Supplier<String>> nest = () -> new Supplier<>() {
            @Var
            private int own = state;

            @Override
            public String get() {
                own++;
                state = own;
                return "own " + own;
            }
        };
        return nest.get().get() + " " + state;
    }
}
