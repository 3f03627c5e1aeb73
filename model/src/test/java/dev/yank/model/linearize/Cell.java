package dev.yank.model.linearize;

import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cell that holds a number, and a coin: the smallest specification with a choice, for tests.
final class Cell implements SequentialSpec<Integer, Cell.CellOperation, Integer> {

    sealed interface CellOperation {}

    record Get() implements CellOperation {}

    record Put(int number) implements CellOperation {}

    /// Puts 1 or 2 into the cell and tells which.
    record Toss() implements CellOperation {}

    /// Can take effect only when the cell holds the number.
    record Await(int number) implements CellOperation {}

    @Override
    public String name() {
        return "cell";
    }

    @Override
    public Integer initial() {
        return 0;
    }

    @Override
    public List<Effect<Integer, Integer>> effects(Integer state, CellOperation operation) {
        return switch (operation) {
            case Get _ -> List.of(new Effect<>(state, state));
            case Put(int number) -> List.of(new Effect<>(number, 0));
            case Toss _ -> List.of(new Effect<>(1, 1), new Effect<>(2, 2));
            case Await(int number) -> state == number ? List.of(new Effect<>(state, 0)) : List.of();
        };
    }

    @Override
    public boolean onlyObserves(CellOperation operation, @Nullable Integer response) {
        return operation instanceof Get || operation instanceof Await;
    }
}
