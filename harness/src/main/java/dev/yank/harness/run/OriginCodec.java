package dev.yank.harness.run;

import dev.yank.harness.program.Shape;
import dev.yank.harness.program.Shape.Feature;
import dev.yank.harness.shrink.Minimality;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where something was found, in few bits.
final class OriginCodec {

    /// What shapes name, in the order in which they name it. New ones go to the end of what is here, within a token
    /// version.
    private static final List<String> OPERATIONS = List.of(
            "read",
            "read-event",
            "write",
            "factorial",
            "transfer",
            "get-line",
            "set-line",
            "direction-output",
            "direction-input",
            "poll",
            "clone",
            "downgrade",
            "upgrade");

    private static final int MINIMALITY_BITS = 2;

    private OriginCodec() {}

    static void write(BitWriter out, Origin origin) {
        out.number((int) Math.min(Integer.MAX_VALUE, origin.execution()));
        StrategyCodec.write(out, origin.strategy());
        out.number(origin.operations());
        out.number(origin.processes());
        out.number(origin.switches());
        out.bits(origin.minimality().ordinal(), MINIMALITY_BITS);
        out.bits(origin.shape().isPresent() ? 1 : 0, 1);
        origin.shape().ifPresent(shape -> write(out, shape));
    }

    private static void write(BitWriter out, Shape shape) {
        out.number(shape.processes());
        out.number(shape.longest());
        OPERATIONS.forEach(operation -> out.bits(shape.operations().contains(operation) ? 1 : 0, 1));
        for (Feature feature : Feature.values()) {
            out.bits(shape.has(feature) ? 1 : 0, 1);
        }
    }

    static Origin read(BitReader in) {
        int execution = in.number();
        String strategy = StrategyCodec.read(in);
        int operations = in.number();
        int processes = in.number();
        int switches = in.number();
        int minimality = in.bits(MINIMALITY_BITS);
        if (minimality >= Minimality.values().length) {
            throw new IllegalArgumentException("it holds a number that is too large");
        }
        Optional<Shape> shape = in.bits(1) == 1 ? Optional.of(readShape(in)) : Optional.empty();
        return new Origin(execution, strategy, operations, processes, switches, Minimality.values()[minimality], shape);
    }

    private static Shape readShape(BitReader in) {
        int processes = in.number();
        int longest = in.number();
        List<String> operations = new ArrayList<>();
        OPERATIONS.forEach(operation -> {
            if (in.bits(1) == 1) {
                operations.add(operation);
            }
        });
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        for (Feature feature : Feature.values()) {
            if (in.bits(1) == 1) {
                features.add(feature);
            }
        }
        return new Shape(processes, longest, operations, features);
    }
}
