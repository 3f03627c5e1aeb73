package dev.yank.testdriver;

import com.google.errorprone.annotations.Var;
import org.jspecify.annotations.Nullable;

/// Embeds a knob, points to another, and is pointed back to by its switch.
public class Panel {

    public final Knob embedded = new Knob();
    public final Switch toggle = new Switch(this);
    public final @Nullable Knob absent = null;
    public final Label label = new Label("panel", new Knob());
    public final Runnable action = () -> {};
    public final Colour colour = Colour.RED;

    @Var
    public @Nullable Knob pointer = new Knob();

    public Corner corner() {
        return new Corner();
    }

    /// Has a final pointer back to its panel.
    public static final class Switch {
        public final Panel panel;

        Switch(Panel panel) {
            this.panel = panel;
        }
    }

    /// An inner class: the compiler gives it a final field for its panel.
    public final class Corner {
        public final Knob own = new Knob();

        public String text() {
            return label.text();
        }
    }

    /// A value: it has no shadow memory, and what it refers to is not embedded.
    public record Label(String text, Knob knob) {}

    /// Values again.
    public enum Colour {
        RED,
        GREEN {
            @Override
            public int code() {
                return 2;
            }
        };

        public int code() {
            return 1;
        }
    }
}
