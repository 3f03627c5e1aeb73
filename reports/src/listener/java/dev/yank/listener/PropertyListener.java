package dev.yank.listener;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/// Tells Allure what jqwik says about a property: tries, checks, seed and edge cases become parameters of
/// the one result that the property has; the report and the statistics are attached as text, and printed as
/// jqwik would.
///
/// Found with `java.util.ServiceLoader`. jqwik must be told to report to the platform
/// (`jqwik.reporting.usejunitplatform`), which it does in the thread of the property, before the property
/// is over.
public final class PropertyListener implements TestExecutionListener {

    private static final Pattern STATISTICS = Pattern.compile("\\[.*] \\(([0-9]+)\\) (.*)");

    private final AllureLifecycle allure;

    /// For `java.util.ServiceLoader`.
    public PropertyListener() {
        this(Allure.getLifecycle());
    }

    PropertyListener(AllureLifecycle allure) {
        this.allure = allure;
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        if (!test.getUniqueId().contains("[engine:jqwik]")) {
            return;
        }
        for (Map.Entry<String, String> one : entry.getKeyValuePairs().entrySet()) {
            System.out.println(one.getKey() + " = " + one.getValue());
            if (allure.getCurrentTestCase().isPresent()) {
                PropertyReport.in(one.getValue()).ifPresent(this::tell);
                allure.addAttachment(
                        title(one.getKey()), "text/plain", "txt", one.getValue().getBytes(UTF_8));
            }
        }
    }

    private static String title(String key) {
        Matcher statistics = STATISTICS.matcher(key);
        return statistics.matches()
                ? "statistics of " + statistics.group(1) + " tries: " + statistics.group(2)
                : "what jqwik says";
    }

    private void tell(PropertyReport report) {
        allure.updateTestCase(result -> {
            List<Parameter> parameters = new ArrayList<>(result.getParameters());
            report.parameters()
                    .forEach((name, value) -> parameters.add(
                            new Parameter().setName(name).setValue(value).setExcluded(true)));
            result.setParameters(parameters);
        });
    }
}
