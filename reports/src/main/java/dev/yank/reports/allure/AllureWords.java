package dev.yank.reports.allure;

import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.RunResult;
import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.Source;
import dev.yank.model.rule.Verdict;
import dev.yank.reports.text.Numbers;
import dev.yank.reports.text.PlainText;
import dev.yank.reports.text.Timeline;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What Allure says about one driver.
final class AllureWords {

    private static final String NO_RULE = "every rule";

    private final RunResult run;
    private final DriverResult result;
    private final DriverUnderTest driver;

    AllureWords(RunResult run, DriverResult result) {
        this.run = run;
        this.result = result;
        this.driver = result.driver();
    }

    /// The rule that the driver broke or should have broken.
    private Optional<Rule> rule() {
        return result.rule().or(driver::breaks).map(RuleBook::rule);
    }

    List<Label> labels() {
        List<Label> labels = new ArrayList<>();
        labels.add(label("epic", driver.family()));
        labels.add(label("feature", rule().map(rule -> rule.family().title()).orElse(NO_RULE)));
        labels.add(label(
                "story", rule().map(rule -> rule.id() + " " + rule.title()).orElse(NO_RULE)));
        labels.add(label("parentSuite", "drivers under test"));
        labels.add(label("suite", driver.device().label()));
        labels.add(label("subSuite", driver.breaks().isPresent() ? "known-bad drivers" : "conforming drivers"));
        labels.add(label("testClass", driver.className()));
        labels.add(label("package", driver.className()));
        labels.add(label("framework", "yank"));
        labels.add(label("language", "java"));
        rule().ifPresent(rule -> {
            labels.add(label("tag", rule.id().text()));
            labels.add(label("severity", Oracle.of(rule).severity()));
        });
        return labels;
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(PlainText.line(value));
    }

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(parameter("driver", driver.name()));
        parameters.add(parameter("device", driver.device().label()));
        parameters.add(parameter("policy", driver.policy().describe()));
        parameters.add(parameter("expected", driver.expectation()));
        parameters.add(parameter("verdict", verdict()));
        parameters.add(parameter("seed", Long.toString(run.seed())));
        parameters.add(parameter("executions", Numbers.whole(result.executions())));
        parameters.add(parameter("executions/s", Numbers.rounded(result.rate())).setExcluded(true));
        if (result.toFirst() > 0) {
            parameters.add(parameter("executions to the first violation", Numbers.whole(result.toFirst())));
        }
        result.counterexample().ifPresent(counterexample -> addTo(parameters, counterexample));
        return parameters;
    }

    private static void addTo(List<Parameter> parameters, Counterexample counterexample) {
        var origin = counterexample.origin();
        int operations = counterexample.program().size();
        int switches = counterexample.schedule().preemptions().size();
        parameters.add(parameter("strategy", origin.strategy()));
        parameters.add(parameter("before shrinking", Numbers.sizes(origin.operations(), origin.switches())));
        parameters.add(parameter("after shrinking", Numbers.sizes(operations, switches)));
        parameters.add(parameter("replay token", counterexample.token()));
    }

    private static Parameter parameter(String name, String value) {
        return new Parameter().setName(name).setValue(PlainText.line(value));
    }

    private String verdict() {
        return result.verdictWord() + result.rule().map(rule -> " " + rule).orElse("");
    }

    /// One sentence about the verdict. It begins in a way that [AllureCategories] sorts tests by.
    String message() {
        return switch (result.verdict()) {
            case Verdict.Conforms _ ->
                driver.breaks()
                        .map(rule -> rule + " not violated: this known-bad driver was not caught in "
                                + Numbers.counted(result.executions(), "execution") + ".")
                        .orElse("conforms: no rule was broken in " + Numbers.counted(result.executions(), "execution")
                                + ".");
            case Verdict.Violates violates -> violated(violates);
            case Verdict.Inconclusive inconclusive ->
                harmless(AllureCategories.INCONCLUSIVE + PlainText.line(inconclusive.reason()));
        };
    }

    private String violated(Verdict.Violates violates) {
        String sentence = result.counterexample()
                .map(counterexample -> Timeline.of(counterexample).sentence())
                .orElse(violates.findings().getFirst().sentence());
        return harmless(violates.findings().getFirst().rule() + " violated: " + PlainText.line(sentence));
    }

    /// The text without anything that could begin an element of HTML: Allure shows messages and their details
    /// as they are.
    static String harmless(String text) {
        return text.replaceAll("<(?=[A-Za-z/!?])", "< ");
    }

    /// The driver and the rule in prose. HTML, because Allure would take foreign text for Markdown otherwise,
    /// and let the HTML in it through.
    String description() {
        var html = new StringBuilder();
        html.append("<p>").append(escaped(driver.summary())).append("</p>");
        html.append("<p>Expected: ").append(escaped(driver.expectation()));
        html.append(". Verdict: ").append(escaped(verdict())).append(".</p>");
        rule().ifPresent(rule -> {
            html.append("<p><b>")
                    .append(escaped(rule.id() + ", " + rule.title()))
                    .append("</b>: ");
            html.append(escaped(rule.statement())).append("</p><p>Demanded by</p><ul>");
            for (Source source : rule.sources()) {
                html.append("<li>").append(escaped(source.cite())).append("</li>");
            }
            html.append("</ul>");
        });
        return html.toString();
    }

    private static String escaped(String text) {
        return PlainText.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
