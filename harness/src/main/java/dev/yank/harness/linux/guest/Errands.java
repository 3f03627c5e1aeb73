package dev.yank.harness.linux.guest;

import com.google.errorprone.annotations.Var;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What the agent has the host do: `device_add DRIVER,id=ID,…` and `device_del ID`, as on QEMU's command line.
///
/// A device is gone only when the guest has let it go, so nothing here waits: whoever looks after the machine calls
/// [#look] time and again.
final class Errands {

    private static final int EEXIST = 17;
    private static final int ENODEV = 19;
    private static final int EINVAL = 22;
    private static final String ADD = "device_add ";
    private static final String DELETE = "device_del ";

    /// A device that was there just now may still hold what a new one needs.
    private static final long ADDING_NS = 1_000_000_000;

    private final Qmp qmp;
    private final SharedMemory memory;

    @Var
    private int begun;

    /// The device that the guest has been asked to let go.
    @Var
    private Optional<String> leaving = Optional.empty();

    @Var
    private long since;

    Errands(Qmp qmp, SharedMemory memory) {
        this.qmp = qmp;
        this.memory = memory;
    }

    /// Goes on with the errand that the agent waits for, if it waits for one.
    void look() {
        int number = memory.errand();
        if (number == 0 || number == memory.errandDone()) {
            return;
        }
        boolean isNew = number != begun;
        if (isNew) {
            begun = number;
            since = System.nanoTime();
            leaving = Optional.empty();
        }
        String text = memory.errandText();
        if (text.startsWith(ADD)) {
            add(number, text.substring(ADD.length()));
        } else if (text.startsWith(DELETE)) {
            delete(number, text.substring(DELETE.length()), isNew);
        } else {
            memory.answerErrand(number, -EINVAL);
        }
    }

    private void add(int number, String device) {
        boolean isDone = qmp.does("device_add", properties(device));
        if (isDone || isThere(device) || System.nanoTime() - since > ADDING_NS) {
            memory.answerErrand(number, isDone ? 0 : -EEXIST);
        }
    }

    private boolean isThere(String device) {
        return qmp.does(
                "qom-get",
                Map.of("path", "/machine/peripheral/" + properties(device).get("id"), "property", "type"));
    }

    private void delete(int number, String id, boolean isNew) {
        if (isNew) {
            while (qmp.event().isPresent()) {
                // what was said before is about another time
            }
            if (qmp.does("device_del", Map.of("id", id))) {
                leaving = Optional.of(id);
            } else {
                memory.answerErrand(number, -ENODEV);
            }
            return;
        }
        @Var Optional<JsonNode> event = qmp.event();
        while (event.isPresent()) {
            JsonNode said = event.get();
            boolean isGone = said.path("event").asString("").equals("DEVICE_DELETED")
                    && said.path("data").path("device").asString("").equals(id);
            if (isGone && leaving.isPresent()) {
                leaving = Optional.empty();
                memory.answerErrand(number, 0);
            }
            event = qmp.event();
        }
    }

    /// `nvme,id=disk` as the protocol has it.
    static Map<String, Object> properties(String device) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String part : device.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                properties.put("driver", part);
            } else {
                properties.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return properties;
    }
}
