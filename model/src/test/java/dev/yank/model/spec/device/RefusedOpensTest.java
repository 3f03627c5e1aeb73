package dev.yank.model.spec.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.linearize.Entry;
import dev.yank.model.rule.Errno;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedOpensTest {

    private static final Entry<DeviceOperation, Response> UNPLUG =
            new Entry<>(1, new Unplug(0, Removal.ORDERLY), Response.done(0), 2, 6);

    private static Entry<DeviceOperation, Response> open(Response response, int invoked, int completed) {
        return new Entry<>(0, new Open(new Handle(0, 1)), response, invoked, completed);
    }

    @Test
    void anOpenThatWasRefusedDuringAnUnplugIsLeftOut() {
        var refused = open(Response.failed(Errno.ENXIO), 3, 5);
        assertThat(RefusedOpens.without(List.of(UNPLUG, refused))).containsExactly(UNPLUG);
    }

    @Test
    void anOpenThatWasRefusedBeforeOrAfterTheUnplugIsKept() {
        var before = open(Response.failed(Errno.ENODEV), 0, 1);
        var after = open(Response.failed(Errno.ENODEV), 7, 8);
        assertThat(RefusedOpens.without(List.of(before, UNPLUG, after))).containsExactly(before, UNPLUG, after);
    }

    @Test
    void anOpenThatSucceededOrFailedForAnotherReasonIsKept() {
        var succeeded = open(Response.done(0), 3, 5);
        var shortOfMemory = open(Response.failed(Errno.ENOMEM), 3, 5);
        assertThat(RefusedOpens.without(List.of(UNPLUG, succeeded, shortOfMemory)))
                .hasSize(3);
    }
}
