package dev.yank.harness.linux.guest;

import java.util.Map;
import java.util.TreeMap;

/// What the agent writes to files of the kernel before it is ready.
final class Settings {

    private static final Map<String, String> ALL = new TreeMap<>(Map.of(
            "/proc/sys/kernel/printk", "5", // warnings and worse
            "/proc/sys/kernel/hung_task_timeout_secs", "3",
            "/proc/sys/kernel/hung_task_warnings", "-1"));

    private Settings() {}

    /// A line for each: the file and the word.
    static String text() {
        return String.join(
                        "\n",
                        ALL.entrySet().stream()
                                .map(one -> one.getKey() + " " + one.getValue())
                                .toList())
                + "\n";
    }
}
