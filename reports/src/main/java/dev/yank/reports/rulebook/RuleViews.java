package dev.yank.reports.rulebook;

import dev.yank.harness.run.DriverUnderTest;
import dev.yank.model.rule.Family;
import dev.yank.model.rule.Judgement;
import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.RuleId;
import dev.yank.model.rule.Source;
import dev.yank.reports.record.DriverRecord;
import dev.yank.reports.record.RunRecord;
import dev.yank.reports.rulebook.RuleView.DriverView;
import dev.yank.reports.rulebook.RuleView.FamilyView;
import dev.yank.reports.rulebook.StatedRule.StatedScenario;
import dev.yank.reports.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts together what is known of each rule: rule book, feature files, drivers, the last run.
final class RuleViews {

    private static final Pattern KNOB = Pattern.compile("\\bP(1[0-2]|[1-9])\\b");
    private static final Pattern DRIVER = Pattern.compile("the \"([^\"]+)\" driver");

    private final List<StatedRule> stated;
    private final List<DriverUnderTest> drivers;
    private final Optional<RunRecord> run;
    private final UnaryOperator<String> timelines;

    /// @param timelines where the timeline of a driver is, by the name of its files; empty where there is
    /// none
    RuleViews(
            List<StatedRule> stated,
            List<DriverUnderTest> drivers,
            Optional<RunRecord> run,
            UnaryOperator<String> timelines) {
        this.stated = stated;
        this.drivers = drivers;
        this.run = run;
        this.timelines = timelines;
    }

    /// The families in their order, with their rules.
    List<FamilyView> families() {
        return Arrays.stream(Family.values())
                .map(family -> new FamilyView(
                        family.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        family.title(),
                        RuleBook.rules().stream()
                                .filter(rule -> rule.family() == family)
                                .map(this::view)
                                .toList()))
                .filter(family -> !family.rules().isEmpty())
                .toList();
    }

    private RuleView view(Rule rule) {
        Optional<StatedRule> words =
                stated.stream().filter(one -> one.id().equals(rule.id().text())).findFirst();
        List<StatedScenario> scenarios = words.map(StatedRule::scenarios).orElse(List.of());
        List<String> sources = rule.sources().stream().map(Source::cite).toList();
        List<DriverView> keepers = keepers(rule.id(), scenarios);
        List<DriverView> breakers = breakers(rule.id());
        var everything = new StringBuilder(rule.id() + " " + rule.title() + " " + rule.statement());
        words.ifPresent(one -> everything.append(' ').append(one.everything()));
        sources.forEach(source -> everything.append(' ').append(source));
        keepers.forEach(driver -> everything.append(' ').append(driver.name()));
        breakers.forEach(driver -> everything.append(' ').append(driver.name()));
        String sentence = words.map(StatedRule::words).orElse(rule.statement());
        return new RuleView(
                rule.id().text(),
                rule.title(),
                sentence,
                sentence.equals(rule.statement()) ? "" : rule.statement(),
                words.map(StatedRule::why).orElse(List.of()),
                sources,
                rule.judgement() == Judgement.JUDGED,
                words.map(StatedRule::file).orElse(""),
                knobs(rule.statement() + " " + words.map(StatedRule::everything).orElse("")),
                scenarios,
                keepers,
                breakers,
                silent(rule.id()),
                everything.toString().toLowerCase(Locale.ROOT));
    }

    private static List<String> knobs(String text) {
        TreeSet<Integer> numbers = new TreeSet<>();
        Matcher matcher = KNOB.matcher(text);
        while (matcher.find()) {
            numbers.add(Integer.parseInt(matcher.group(1)));
        }
        return numbers.stream().map(number -> "P" + number).toList();
    }

    /// The drivers that should conform and do: in the last run, with the rule exercised, or in a scenario
    /// of the rule.
    private List<DriverView> keepers(RuleId rule, List<StatedScenario> scenarios) {
        List<DriverView> keepers = new ArrayList<>();
        for (DriverUnderTest driver : drivers) {
            Optional<DriverRecord> last = run.flatMap(known -> known.driver(driver.name()));
            boolean kept = last.filter(one -> one.verdict().equals("conforms"))
                    .filter(one -> one.witnessed().contains(rule.text()))
                    .isPresent();
            if (driver.breaks().isPresent()) {
                continue;
            }
            if (kept) {
                keepers.add(new DriverView(
                        driver.name(),
                        "conforms in " + Numbers.counted(last.orElseThrow().executions(), "execution"),
                        "good",
                        ""));
            } else if (scenarios.stream().anyMatch(scenario -> isAbout(scenario, driver.name()))) {
                keepers.add(new DriverView(driver.name(), "in a scenario", "good", ""));
            }
        }
        return keepers;
    }

    /// The drivers that conform, though no execution of the last run exercised the rule.
    private List<String> silent(RuleId rule) {
        return run.stream()
                .flatMap(known -> known.drivers().stream())
                .filter(one -> one.verdict().equals("conforms"))
                .filter(one -> !one.witnessed().contains(rule.text()))
                .map(DriverRecord::name)
                .toList();
    }

    private static boolean isAbout(StatedScenario scenario, String driver) {
        return scenario.steps().stream().anyMatch(step -> {
            Matcher matcher = DRIVER.matcher(step.text());
            return matcher.find() && matcher.group(1).equals(driver);
        });
    }

    private List<DriverView> breakers(RuleId rule) {
        List<DriverView> breakers = new ArrayList<>();
        for (DriverUnderTest driver : drivers) {
            if (driver.breaks().filter(rule::equals).isPresent()) {
                breakers.add(breaker(driver.name(), rule));
            }
        }
        for (DriverRecord driver : run.map(RunRecord::drivers).orElse(List.of())) {
            if (driver.rule().equals(rule.text()) && !driver.isExpected()) {
                breakers.add(new DriverView(
                        driver.name(), "broke it, which was not expected", "bad", timelines.apply(driver.file())));
            }
        }
        return breakers;
    }

    private DriverView breaker(String name, RuleId rule) {
        Optional<DriverRecord> last = run.flatMap(known -> known.driver(name));
        if (last.isEmpty()) {
            return new DriverView(name, "not in the last run", "open", "");
        }
        DriverRecord known = last.get();
        return known.rule().equals(rule.text())
                ? new DriverView(
                        name,
                        "caught after " + Numbers.counted(known.toFirst(), "execution") + ", " + known.size(),
                        "good",
                        timelines.apply(known.file()))
                : new DriverView(name, "not caught in the last run", "bad", "");
    }
}
