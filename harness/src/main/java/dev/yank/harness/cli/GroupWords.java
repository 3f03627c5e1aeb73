package dev.yank.harness.cli;

import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.FindingGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Findings by what they have in common: as lines for a terminal, and as plain data for JSON.
final class GroupWords {

    private GroupWords() {}

    /// The bugs of a driver with more than one; none for others, whose counterexample says it all.
    static List<String> lines(DriverResult driver) {
        List<String> lines = new ArrayList<>();
        if (driver.groups().size() > 1) {
            lines.add("");
            lines.add(driver.driver().name() + " broke rules in "
                    + driver.groups().size() + " ways:");
            driver.groups().forEach(group -> lines.addAll(lines(group)));
        }
        return lines;
    }

    private static List<String> lines(FindingGroup group) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "  %-4s %,d executions, first %,d, at best after %,d of one program; %s at %s",
                group.signature().rule(),
                group.seen(),
                group.first(),
                group.fastest(),
                group.signature().oracle().label(),
                group.signature().place()));
        lines.add("       "
                + group.shortest().map(Counterexample::replayCommand).orElse("./yank replay " + group.fastestToken()));
        return lines;
    }

    static Map<String, @Nullable Object> json(FindingGroup group) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("rule", group.signature().rule().text());
        object.put("oracle", group.signature().oracle().label());
        object.put("where", group.signature().where());
        object.put("seen", group.seen());
        object.put("first", group.first());
        object.put("fastest", group.fastest());
        object.put("fastestToken", group.fastestToken());
        object.put("shortestToken", group.shortest().map(Counterexample::token).orElse(null));
        return object;
    }
}
