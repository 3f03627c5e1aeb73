package dev.yank.harness.generate;

import dev.yank.harness.program.Shape;
import dev.yank.harness.program.Shape.Feature;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.model.spec.device.DeviceKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Draws a shape. Every other one has everything in it but, mostly, faults; in the rest each thing is with even odds,
/// so that some programs do one thing a lot which others do not do at all.
final class RandomShape {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 6;
    private static final int ONE_IN_FOUR = 4;

    private final DeviceKind kind;
    private final SplitMix random;
    private final boolean isFull;

    RandomShape(DeviceKind kind, SplitMix random) {
        this.kind = kind;
        this.random = random;
        this.isFull = random.nextInt(2) == 0;
    }

    /// What processes may ask of an open file, besides closing it.
    static List<String> operations(DeviceKind kind) {
        return switch (kind) {
            case GPIO -> List.of("read-event", "get-line", "set-line", "direction-output", "direction-input", "poll");
            case REGISTER -> List.of("read", "write", "factorial", "transfer", "poll");
            case EVENTS -> List.of("read-event", "poll");
            case OBJECT -> List.of("read", "clone", "downgrade", "upgrade");
        };
    }

    Shape draw(int fewest, int most) {
        int processes = fewest + random.nextInt(most - fewest + 1);
        int longest = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
        return new Shape(processes, longest, someOperations(), features());
    }

    private List<String> someOperations() {
        List<String> all = operations(kind);
        List<String> some = new ArrayList<>();
        for (String operation : all) {
            if (isFull || oneIn(2)) {
                some.add(operation);
            }
        }
        return some.isEmpty() ? List.of(all.get(random.nextInt(all.size()))) : some;
    }

    private Set<Feature> features() {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        for (Feature feature : Feature.values()) {
            boolean has = switch (feature) {
                case SURPRISE, REPLUG -> isFull || oneIn(2);
                case POWER, SHARED_FILE -> kind != DeviceKind.OBJECT && (isFull || oneIn(2));
                case PINS -> (kind == DeviceKind.GPIO || kind == DeviceKind.EVENTS) && (isFull || oneIn(2));
                case FAULTS -> oneIn(ONE_IN_FOUR);
            };
            if (has) {
                features.add(feature);
            }
        }
        return features;
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }
}
