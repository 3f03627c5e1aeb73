package dev.yank.harness.schedule;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The strategies by their names.
public final class Strategies {

    /// The name of the strategy that is used unless another is asked for.
    public static final String DEFAULT = "portfolio";

    private static final Pattern PCT = Pattern.compile("pct(?:\\(([1-9][0-9]?)\\))?");

    /// A strategy that can be asked for.
    ///
    /// @param name how it is written
    /// @param summary one sentence about it
    public record Offer(String name, String summary) {}

    private Strategies() {}

    /// What can be asked for.
    public static List<Offer> offers() {
        return List.of(
                new Offer(
                        DEFAULT,
                        "Takes turns among pct(3), random and pct(2), one execution each, because none wins"
                                + " everywhere."),
                new Offer(
                        "random",
                        "Chooses uniformly among the runnable tasks at every decision (Thomson, Donaldson, Betts"
                                + " 2014)."),
                new Offer(
                        "pct(D)",
                        "Runs the task with the highest random priority and lowers priorities at D-1 random decisions;"
                                + " D defaults to 3 (Burckhardt et al. 2010)."));
    }

    /// A new strategy of that name.
    ///
    /// @throws IllegalArgumentException with a sentence where there is none
    public static Strategy create(String name) {
        Matcher pct = PCT.matcher(name);
        if (pct.matches()) {
            return new Pct(pct.group(1) == null ? 3 : Integer.parseInt(pct.group(1)));
        }
        return switch (name) {
            case DEFAULT -> new Portfolio(List.of(new Pct(3), new RandomWalk(), new Pct(2)));
            case "random" -> new RandomWalk();
            default ->
                throw new IllegalArgumentException("There is no strategy '" + name
                        + "'; choose portfolio, random, or pct(D) with D from 1 to 99.");
        };
    }
}
