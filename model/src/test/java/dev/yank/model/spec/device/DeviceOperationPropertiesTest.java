package dev.yank.model.spec.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.model.rule.Errno;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class DeviceOperationPropertiesTest {

    @Provide
    Arbitrary<DeviceOperation> operations() {
        return DeviceArbitraries.operations();
    }

    @Property
    void operationsComeBackFromTheirFormInAHistory(@ForAll("operations") DeviceOperation operation) {
        assertThat(DeviceOperation.of(operation.f(), operation.value())).isEqualTo(operation);
    }

    @Property
    void operationsComeBackWhenNumbersWereReadAsLongs(@ForAll("operations") DeviceOperation operation) {
        List<Object> read = operation.value().stream()
                .map(argument -> argument instanceof Integer number ? (Object) number.longValue() : argument)
                .toList();
        assertThat(DeviceOperation.of(operation.f(), read)).isEqualTo(operation);
    }

    @Property
    void operationsHaveOneFormEach(
            @ForAll("operations") DeviceOperation one, @ForAll("operations") DeviceOperation other) {
        boolean sameForm = one.f().equals(other.f()) && one.value().equals(other.value());
        assertThat(sameForm).isEqualTo(one.equals(other));
    }

    @Property
    void valuesComeBackFromTheirCode(@ForAll @IntRange(min = 0) int value) {
        assertThat(Response.of(value)).isEqualTo(new Response.Done(value));
        assertThat(Response.of(value).coded()).isEqualTo(value);
    }

    @Property
    void errorsComeBackFromTheirCode(@ForAll Errno errno) {
        assertThat(Response.of(-errno.number())).isEqualTo(new Response.Failed(errno));
        assertThat(Response.failed(errno).coded()).isEqualTo(-errno.number());
    }

    @Example
    void refusesWhatIsNoOperation() {
        refuses("fly", List.of(0), "'fly' is no operation on a device; write one such as open, read or unplug.");
        refuses("read", 3, "The value of read is 3; write a list that begins with the number of the device.");
        refuses("read", List.of(0), "The value of read is [0]; write 2 arguments.");
        refuses("write", List.of(0, 1, "x"), "Argument 2 of write is x; write a whole number.");
        refuses("unplug", List.of(0, "loud"), "Argument 1 of unplug is loud; write one of orderly, surprise.");
        refuses(
                "read-event",
                List.of(0, 1, "soon"),
                "Argument 2 of read-event is soon; write one of blocking, nonblocking.");
        refuses("get-line", List.of(0, 1, 8), "A line cannot be 8; write a number from 0 to 7.");
        refuses("transfer", List.of(0, 1, 0), "The length of a transfer cannot be 0; write a number from 1 to 4096.");
        refuses("open", List.of(0, 64), "A handle is numbered 0 to 63 on a device from 0, but was 64 on 0.");
    }

    @Example
    void refusesANegativeValueAsSuccess() {
        assertThatThrownBy(() -> new Response.Done(-1))
                .hasMessage("A response of -1 is an error number, not a value; write Response.of(-1).");
    }

    private static void refuses(String f, Object value, String sentence) {
        assertThatThrownBy(() -> DeviceOperation.of(f, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
