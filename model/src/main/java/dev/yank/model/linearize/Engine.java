package dev.yank.model.linearize;

import java.util.Locale;

/// How an order is searched for. All come to the same verdict, where they come to one.
public enum Engine {
    /// Takes `WGL` for a few operations, and `JIT` for more.
    AUTO,
    /// Wing, Gong and Lowe: places operations one after another, and takes choices back.
    WGL,
    /// Just-in-time linearization: follows the events, and places an operation when its completion demands it.
    JIT;

    /// The word on a command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
