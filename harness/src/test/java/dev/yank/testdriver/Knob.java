package dev.yank.testdriver;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Struct;

/// A structure of the driver's own, with another one embedded.
public class Knob extends Struct {

    @Var
    public int position;

    public final Lever lever = new Lever();

    public void turn() {
        position = 3;
    }

    /// A plain class inside a structure.
    public static final class Lever {
        @Var
        public int length;
    }
}
