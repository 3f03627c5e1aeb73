package dev.yank.reports.text;

import java.util.Locale;

/// Numbers in words and columns, the same everywhere in the world.
public final class Numbers {

    private Numbers() {}

    /// A whole number with its thousands separated.
    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// A rate or duration: whole from 10 on, with one decimal below.
    public static String rounded(double number) {
        return number >= 10 ? whole(Math.round(number)) : String.format(Locale.ROOT, "%.1f", number);
    }

    /// How big a program and its schedule are, such as `4 operations and 1 switch`.
    public static String sizes(int operations, int switches) {
        return counted(operations, "operation") + " and "
                + (switches == 1 ? "1 switch" : whole(switches) + " switches");
    }

    /// A number of things, such as `1 driver` or `2,000 drivers`.
    public static String counted(long number, String thing) {
        return whole(number) + " " + thing + (number == 1 ? "" : "s");
    }
}
