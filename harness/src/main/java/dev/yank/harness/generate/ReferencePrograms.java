package dev.yank.harness.generate;

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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/// What processes do with references to one counted object.
///
/// Each has four handles of its own: a strong reference from a lookup, a weak one, and two for what it makes of
/// these. In the set-up all processes get theirs, or only weak ones.
final class ReferencePrograms {

    /// How many processes may hold references.
    private static final int HOLDERS = 3;

    private static final int HANDLES_EACH = 4;
    private static final int MOST_OPERATIONS = 5;

    private ReferencePrograms() {}

    /// The object is in the table; every holder has a weak reference to it, and perhaps a strong one.
    static Arbitrary<List<DeviceOperation>> setUp() {
        List<DeviceOperation> weak = new ArrayList<>(List.of(new Probe(0)));
        List<DeviceOperation> both = new ArrayList<>(List.of(new Probe(0)));
        for (int holder = 0; holder < HOLDERS; holder++) {
            List<DeviceOperation> taken =
                    List.of(new Open(handle(holder, 0)), new Downgrade(handle(holder, 0), number(holder, 1)));
            both.addAll(taken);
            weak.addAll(taken);
            weak.add(new Close(handle(holder, 0)));
        }
        return Arbitraries.frequency(Tuple.of(2, weak), Tuple.of(1, both), Tuple.of(1, List.of(new Probe(0))));
    }

    /// Makes references and drops them.
    static Arbitrary<List<DeviceOperation>> holder(int holder) {
        Handle strong = handle(holder, 0);
        Handle weak = handle(holder, 1);
        Handle made = handle(holder, 2);
        int last = number(holder, 3);
        return Arbitraries.<DeviceOperation>frequency(
                        Tuple.of(3, new Upgrade(weak, made.number())),
                        Tuple.of(2, new Open(strong)),
                        Tuple.of(3, new Close(strong)),
                        Tuple.of(2, new Close(weak)),
                        Tuple.of(3, new Close(made)),
                        Tuple.of(1, new Downgrade(strong, weak.number())),
                        Tuple.of(1, new Downgrade(made, last)),
                        Tuple.of(1, new CloneReference(strong, made.number())),
                        Tuple.of(1, new CloneReference(weak, last)),
                        Tuple.of(1, new Upgrade(new Handle(0, last), made.number())),
                        Tuple.of(1, new Read(made)),
                        Tuple.of(1, new Read(strong)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_OPERATIONS);
    }

    private static Handle handle(int holder, int which) {
        return new Handle(0, number(holder, which));
    }

    private static int number(int holder, int which) {
        return holder * HANDLES_EACH + which;
    }
}
