package dev.yank.harness.sim;

import dev.yank.harness.kernel.Bug;
import java.util.Arrays;

/// Puts into words what driver code threw.
final class Oops {

    private Oops() {}

    /// What it did, and in which line of the driver.
    static String describe(Throwable thrown) {
        String where = Arrays.stream(thrown.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("dev.yank.harness.")
                        && !frame.getClassName().startsWith("java.")
                        && !frame.getClassName().startsWith("jdk."))
                .findFirst()
                .map(frame ->
                        " in " + frame.getMethodName() + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
        return switch (thrown) {
            case Bug.Hit _ -> "BUG_ON was true" + where;
            case NullPointerException _ -> "it dereferenced a null pointer" + where;
            case StackOverflowError _ -> "its stack overflowed" + where;
            default -> "it threw " + thrown.getClass().getSimpleName() + ": " + thrown.getMessage() + where;
        };
    }
}
