package dev.yank.drivers.scratch;

import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.rust.ForeignOwnable;
import dev.yank.harness.kernel.rust.Unit;
import org.jspecify.annotations.Nullable;

/// Breaks R17 and nothing else: there is nothing in `()`, so its pointer is null.
@UnderTest(
        name = "scratch-rust-null-unit",
        device = "scratch",
        policy = RustScratch.POLICY,
        breaks = "R17",
        summary = "The cookie made of () is null.")
public final class NullUnit extends RustScratch {

    private record Nothing() implements ForeignOwnable<Unit> {
        @Override
        public @Nullable Object into_foreign(Unit object) {
            return null;
        }

        @Override
        public Unit from_foreign(Object pointer) {
            return new Unit();
        }
    }

    @Override
    ForeignOwnable<Unit> unit() {
        return new Nothing();
    }
}
