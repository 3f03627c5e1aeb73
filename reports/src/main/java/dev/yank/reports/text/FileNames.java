package dev.yank.reports.text;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Names of files made from names of drivers, and identities that stay the same from run to run.
public final class FileNames {

    private static final int LONGEST = 80;

    private FileNames() {}

    /// A name that is safe in every file system. Names that had to be changed end in a number made from the
    /// original, so that two of them do not meet.
    public static String of(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.-]+", "_");
        String shortened = safe.substring(0, Math.min(safe.length(), LONGEST));
        boolean isChanged = !shortened.equals(name) || name.isEmpty();
        return isChanged ? shortened + "-" + id("file", name).substring(0, 8) : shortened;
    }

    /// An identity made from words alone.
    public static String id(String... words) {
        String joined = String.join("\n", words);
        return UUID.nameUUIDFromBytes(joined.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
