package dev.yank.harness.generate;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Shape;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import dev.yank.model.spec.device.ReferenceOperation.Downgrade;
import dev.yank.model.spec.device.ReferenceOperation.Upgrade;
import java.util.ArrayList;
import java.util.List;

/// Draws what processes do with references to one counted object, as [ReferencePrograms] has it: each has four
/// handles of its own, a strong reference from a lookup, a weak one, and two for what it makes of these.
final class ShapedReferences {

    private static final int HOLDERS = 3;
    private static final int HANDLES_EACH = 4;

    private final Shape shape;
    private final SplitMix random;

    ShapedReferences(Shape shape, SplitMix random) {
        this.shape = shape;
        this.random = random;
    }

    /// Mostly every holder has a weak reference, and now and then a strong one too.
    List<DeviceOperation> setUp() {
        List<DeviceOperation> operations = new ArrayList<>(List.of(new Probe(0)));
        int what = random.nextInt(4);
        if (what == 0) {
            return operations;
        }
        for (int holder = 0; holder < HOLDERS; holder++) {
            operations.add(new Open(handle(holder, 0)));
            operations.add(new Downgrade(handle(holder, 0), number(holder, 1)));
            if (what != 1) {
                operations.add(new Close(handle(holder, 0)));
            }
        }
        return operations;
    }

    /// Makes references and drops them.
    List<DeviceOperation> holder(int holder) {
        List<DeviceOperation> choices = choices(holder);
        List<DeviceOperation> operations = new ArrayList<>();
        for (@Var int left = 1 + random.nextInt(shape.longest() - 1); left > 0; left--) {
            operations.add(choices.get(random.nextInt(choices.size())));
        }
        return operations;
    }

    /// What a holder may do; what it does more often is in the list more often.
    private List<DeviceOperation> choices(int holder) {
        Handle strong = handle(holder, 0);
        Handle weak = handle(holder, 1);
        Handle made = handle(holder, 2);
        int last = number(holder, 3);
        List<DeviceOperation> choices = new ArrayList<>(
                List.of(new Open(strong), new Open(strong), new Close(strong), new Close(strong), new Close(strong)));
        choices.addAll(List.of(new Close(weak), new Close(weak), new Close(made), new Close(made), new Close(made)));
        for (String operation : shape.operations()) {
            choices.addAll(
                    switch (operation) {
                        case "read" -> List.of(new Read(made), new Read(strong));
                        case "clone" ->
                            List.of(new CloneReference(strong, made.number()), new CloneReference(weak, last));
                        case "downgrade" -> List.of(new Downgrade(strong, weak.number()), new Downgrade(made, last));
                        case "upgrade" -> {
                            var upgrade = new Upgrade(weak, made.number());
                            yield List.of(upgrade, upgrade, upgrade, new Upgrade(new Handle(0, last), made.number()));
                        }
                        default -> throw new IllegalStateException("No program asks for '" + operation + "'.");
                    });
        }
        return choices;
    }

    private static Handle handle(int holder, int which) {
        return new Handle(0, number(holder, which));
    }

    private static int number(int holder, int which) {
        return holder * HANDLES_EACH + which;
    }
}
