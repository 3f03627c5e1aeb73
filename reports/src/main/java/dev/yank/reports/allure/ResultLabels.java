package dev.yank.reports.allure;

import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import dev.yank.reports.text.FileNames;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Gives the results of tests the labels, and scenarios the identity, that those of runs have: the epic is
/// a family of drivers, the feature a family of rules, the story a rule. Tests of Yank itself have an epic
/// of their own.
final class ResultLabels {

    private static final Pattern CLASS = Pattern.compile("\\[(?:class|nested-class):([^\\]]+)]");
    private static final String ROOT = "dev.yank.";

    private ResultLabels() {}

    /// Completes one result.
    static void complete(TestResult result) {
        String framework = first(result, "framework").orElse("");
        if (framework.startsWith("cucumber")) {
            scenario(result);
        } else if (framework.equals("junit-platform")) {
            test(result);
        }
    }

    private static void scenario(TestResult result) {
        Optional<Rule> rule = result.getLabels().stream()
                .filter(label -> label.getName().equals("tag"))
                .flatMap(label -> RuleBook.find(label.getValue()).stream())
                .findFirst();
        if (first(result, "epic").isEmpty()) {
            replace(result, "epic", "rules in words");
        }
        replace(result, "parentSuite", "features");
        rule.ifPresent(known -> {
            replace(result, "feature", known.family().title());
            replace(result, "story", known.id() + " " + known.title());
            replace(result, "severity", Oracle.of(known).severity());
            identify(result, known);
        });
    }

    /// A scenario is the same as long as its rule, its words and its examples are; Cucumber would go by the
    /// line.
    private static void identify(TestResult result, Rule rule) {
        String examples = result.getParameters().stream()
                .map(parameter -> parameter.getName() + "=" + parameter.getValue())
                .collect(Collectors.joining("\n"));
        result.setHistoryId(FileNames.id("scenario", rule.id().text(), result.getName(), examples))
                .setTestCaseId(FileNames.id("scenario", rule.id().text(), result.getName()));
    }

    private static void test(TestResult result) {
        String unique = first(result, "junit.platform.uniqueid").orElse("");
        List<String> classes =
                CLASS.matcher(unique).results().map(match -> match.group(1)).toList();
        if (classes.isEmpty()) {
            return;
        }
        String outermost = classes.getFirst();
        String simple = outermost.substring(outermost.lastIndexOf('.') + 1);
        String room = outermost.substring(0, Math.max(0, outermost.length() - simple.length() - 1));
        String known = room.startsWith(ROOT) ? room.substring(ROOT.length()) : room;
        replace(result, "epic", "Yank itself");
        replace(result, "feature", known);
        replace(result, "story", simple);
        replace(result, "parentSuite", "tests of " + known.replaceFirst("\\..*", ""));
        replace(result, "suite", simple);
        // For a property of an interface Allure names the interface; whoever implements it was tested.
        replace(result, "testClass", outermost);
        replace(result, "package", outermost);
        Matcher engine = Pattern.compile("\\[engine:([a-z-]+)]").matcher(unique);
        if (engine.find()) {
            replace(result, "framework", engine.group(1));
        }
    }

    private static Optional<String> first(TestResult result, String name) {
        return result.getLabels().stream()
                .filter(label -> name.equals(label.getName()))
                .map(Label::getValue)
                .findFirst();
    }

    private static void replace(TestResult result, String name, String value) {
        List<Label> labels = new ArrayList<>(result.getLabels());
        labels.removeIf(label -> name.equals(label.getName()));
        labels.add(new Label().setName(name).setValue(value));
        result.setLabels(labels);
    }
}
