package dev.yank.reports.allure;

import java.util.ArrayList;
import java.util.List;

/// How Allure sorts results: by oracle, recognised by the first words of their messages, and by what the
/// verdict means. What is inconclusive has a category of its own.
final class AllureCategories {

    /// How a message begins that says nothing can be said.
    static final String INCONCLUSIVE = "inconclusive: ";

    /// How the file is called.
    static final String FILE = "categories.json";

    private AllureCategories() {}

    /// The file. It is the same for every run, so that Allure can compare runs.
    static String json() {
        List<String> categories = new ArrayList<>();
        for (Oracle oracle : Oracle.values()) {
            String rules = oracle.anyRule();
            String said = "(?s)(?:" + rules + " violated: |.*\\\\n  " + rules + " is broken).*";
            categories.add(category("broken: " + oracle.title(), "failed", said));
            categories.add(category("missed: " + oracle.title(), "failed", "(?s)" + rules + " not violated: .*"));
            categories.add(category("caught: " + oracle.title(), "passed", "(?s)" + rules + " violated: .*"));
        }
        categories.add(category("inconclusive", "broken", "(?s)" + INCONCLUSIVE + ".*"));
        categories.add(category("inconclusive", "failed", "(?s).*gave [RKL][0-9]+ anything to judge.*"));
        return "[\n" + String.join(",\n", categories) + "\n]\n";
    }

    private static String category(String name, String status, String message) {
        return """
            {"name": "%s", "matchedStatuses": ["%s"], "messageRegex": "%s"}\
            """.formatted(name, status, message);
    }
}
