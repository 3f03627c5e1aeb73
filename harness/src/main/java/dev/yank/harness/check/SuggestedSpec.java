package dev.yank.harness.check;

import dev.yank.harness.format.HistoryFiles;
import dev.yank.harness.format.HistoryFiles.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Which specification a file is probably meant for.
public final class SuggestedSpec {

    private static final int LOOKED_AT = 1 << 16;
    private static final String USUAL = "cas-register";
    private static final Map<String, String> SIGNS = signs();

    private SuggestedSpec() {}

    private static Map<String, String> signs() {
        Map<String, String> signs = new LinkedHashMap<>();
        for (String line : new String[] {"read-event", "get-line", "set-line", "direction-", "drive-pin"}) {
            signs.put(line, "gpio-device");
        }
        for (String device : new String[] {"factorial", "transfer", "unplug", "probe"}) {
            signs.put(device, "register-device");
        }
        signs.put("acquire", "mutex");
        signs.put("release", "mutex");
        signs.put("txn", "multi-register");
        signs.put("enqueue", "fifo-queue");
        signs.put("dequeue", "fifo-queue");
        signs.put("append", "key-value");
        signs.put("get", "key-value");
        signs.put("put", "key-value");
        signs.put("add", "set");
        return signs;
    }

    /// What the beginning of a file suggests.
    public static String of(Path file) throws IOException {
        if (HistoryFiles.formatOf(file) == Format.ETCD_LOG) {
            return "etcd";
        }
        String start;
        try (var in = Files.newInputStream(file)) {
            start = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        }
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            if (start.contains(":f :" + sign.getKey())
                    || start.matches("(?s).*\"f\"\\s*:\\s*\":?" + sign.getKey() + ".*")) {
                return sign.getValue();
            }
        }
        return USUAL;
    }

    /// How a history with that specification is usually cut into parts: a word for
    /// [dev.yank.harness.format.Partition#named].
    public static String partition(String spec) {
        return spec.equals("key-value") ? "key" : "none";
    }
}
