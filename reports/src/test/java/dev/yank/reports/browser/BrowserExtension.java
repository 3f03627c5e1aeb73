package dev.yank.reports.browser;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands each test an empty page in a profile of its own, and fails the test afterwards if the page
/// complained.
final class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace PAGES = Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String reason = Chromium.missing().orElse("");
        if (reason.isEmpty()) {
            return ConditionEvaluationResult.enabled("There is a browser.");
        }
        if (System.getenv("CI") != null) {
            throw new AssertionError("Pages must be tested in continuous integration. " + reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OpenPage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(PAGES).getOrComputeIfAbsent(OpenPage.class, _ -> new OpenPage(chromium(context)));
    }

    private static Chromium chromium(ExtensionContext context) {
        return context.getRoot()
                .getStore(PAGES)
                .getOrComputeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        OpenPage page = context.getStore(PAGES).remove(OpenPage.class, OpenPage.class);
        if (page != null) {
            page.close();
            if (context.getExecutionException().isEmpty()) {
                page.assertNoComplaints();
            }
        }
    }
}
