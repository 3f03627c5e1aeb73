package dev.yank.harness.schedule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The strategies by their names.
public final class Strategies {

    /// The name of the strategy that is used unless another is asked for.
    public static final String DEFAULT = "portfolio";

    private static final Pattern WITH_NUMBER = Pattern.compile("(pct|preemption|delay)(?:\\(([1-9][0-9]?)\\))?");
    /// Chosen by measurement, see the README of the harness.
    private static final String USUAL_TURNS = "kinds+pos+kinds+pos+kinds+pct(3)";

    private static final int USUAL_DEPTH = 3;
    private static final int USUAL_BOUND = 2;

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
                        "Takes turns, one execution each, because none wins everywhere: " + USUAL_TURNS
                                + ". Others are named in the same way."),
                new Offer(
                        "random",
                        "Chooses uniformly among the runnable tasks at every decision (Thomson, Donaldson, Betts"
                                + " 2014)."),
                new Offer(
                        "pct(D)",
                        "Runs the task with the highest random priority and lowers priorities at D-1 random decisions;"
                                + " D defaults to 3 (Burckhardt et al. 2010)."),
                new Offer(
                        "pos",
                        "Gives every next step a random priority, and those that conflict with the one that goes a new"
                                + " one (Yuan, Yang, Gu 2018)."),
                new Offer(
                        "surw",
                        "Takes all orders of the interesting steps with the same chance, as far as an execution before"
                                + " tells how many there are (Zhao et al. 2025)."),
                new Offer("kinds", "As surw, but tasks that do the same share the chance of one of them to go next."),
                new Offer(
                        "preemption(N)",
                        "Takes every schedule with no preemption, then with one, up to N, which defaults to 2"
                                + " (Musuvathi, Qadeer 2007)."),
                new Offer(
                        "delay(N)",
                        "Takes the schedule of a fixed scheduler, then every one that is delayed once, up to N times;"
                                + " N defaults to 2 (Emmi, Qadeer, Rakamaric 2011)."),
                new Offer(
                        "mutation",
                        "Changes schedules a little that showed a new pair of accesses or a new state (Wolff et al."
                                + " 2024)."),
                new Offer(
                        "exhaustive",
                        "Takes one schedule of each class that could come to something else, in order (Flanagan,"
                                + " Godefroid 2005; Abdulla et al. 2014); ./yank exhaust goes on to the end."));
    }

    /// A new strategy of that name. Names with `+` between them are those of a portfolio's members, in the order of
    /// their turns; one that is named several times is one member that has several turns, and learns from all.
    ///
    /// @throws IllegalArgumentException with a sentence where there is none
    public static Strategy create(String name) {
        if (name.contains("+")) {
            return portfolio(name);
        }
        Matcher matcher = WITH_NUMBER.matcher(name);
        if (matcher.matches()) {
            return withNumber(matcher.group(1), matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)));
        }
        return switch (name) {
            case DEFAULT -> portfolio(USUAL_TURNS);
            case "random" -> new RandomWalk();
            case "pos" -> new Pos();
            case "surw" -> new Surw(Surw.Weights.BY_TASK);
            case "kinds" -> new Surw(Surw.Weights.BY_KIND);
            case "mutation" -> new Mutating();
            case "exhaustive" -> new Exhaustive(Exhaustive.Reduction.SOURCE_SETS);
            default ->
                throw new IllegalArgumentException("There is no strategy '" + name
                        + "'; './yank list strategies' names them, with D and N from 1 to 99.");
        };
    }

    private static Strategy portfolio(String names) {
        Map<String, Strategy> members = new HashMap<>(); // looked up only, never iterated
        return new Portfolio(Pattern.compile("\\+")
                .splitAsStream(names)
                .map(name -> members.computeIfAbsent(name, Strategies::create))
                .toList());
    }

    private static Strategy withNumber(String name, int number) {
        return switch (name) {
            case "pct" -> new Pct(number == 0 ? USUAL_DEPTH : number);
            case "preemption" -> new PreemptionBounded(number == 0 ? USUAL_BOUND : number);
            default -> new DelayBounded(number == 0 ? USUAL_BOUND : number);
        };
    }
}
