package dev.yank.model.history;

import static dev.yank.model.history.EventType.FAIL;
import static dev.yank.model.history.EventType.INFO;
import static dev.yank.model.history.EventType.INVOKE;
import static dev.yank.model.history.EventType.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HistoryTest {

    @Test
    void pairsInvocationsWithCompletions() {
        Event open = event(0, INVOKE, "open", 0);
        Event read = event(1, INVOKE, "read", 1);
        Event lost = event(1, INFO, "read", 2);
        Event opened = event(0, OK, "open", 3);
        Event close = event(0, INVOKE, "close", 4);
        assertThat(new History(List.of(open, read, lost, opened, close)).operations())
                .containsExactly(new Operation(open, opened), new Operation(read, lost), new Operation(close, null));
    }

    @Test
    void refusesTwoOperationsInFlight() {
        refuses(
                "Event 1 (process 0, invoke read) is invoked while open of event 0 is in flight; a process has at most"
                        + " one operation in flight.",
                event(0, INVOKE, "open", 0),
                event(0, INVOKE, "read", 1));
    }

    @Test
    void refusesACompletionOfNothing() {
        refuses(
                "Event 0 (process 2, fail open) completes nothing; a completion needs an invocation by the same"
                        + " process.",
                event(2, FAIL, "open", 0));
    }

    @Test
    void refusesACompletionOfSomethingElse() {
        refuses(
                "Event 1 (process 0, ok read) completes open of event 0; a completion has the function of its"
                        + " invocation.",
                event(0, INVOKE, "open", 0),
                event(0, OK, "read", 1));
    }

    @Test
    void refusesAProcessThatActsAfterALoss() {
        refuses(
                "Event 2 (process 0, invoke open) comes after a loss; a process whose operation was lost never acts"
                        + " again.",
                event(0, INVOKE, "open", 0),
                event(0, INFO, "open", 1),
                event(0, INVOKE, "open", 2));
    }

    @Test
    void refusesGapsAndTimeThatGoesBack() {
        refuses(
                "Event 1 (process 0, invoke open) is at place 0; number the events from 0 without gaps.",
                event(0, INVOKE, "open", 1));
        refuses(
                "Event 1 (process 0, ok open) goes back in time; order the events by time.",
                new Event(new ProcessId(0), INVOKE, "open", null, 0, 5),
                new Event(new ProcessId(0), OK, "open", null, 1, 4));
    }

    @Test
    void refusesAFunctionThatIsNoKeyword() {
        assertThatThrownBy(() -> event(0, INVOKE, "read event", 0))
                .hasMessage("Event 0 has the function 'read event'; write a keyword of letters, digits and hyphens,"
                        + " such as read-event.");
        assertThatThrownBy(() -> new ProcessId(-1)).hasMessage("A process is numbered from 0, but was -1.");
    }

    @Test
    void writesOneOpMapALine() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", 1);
        map.put("a", Arrays.asList(true, null));
        History history = new History(List.of(
                valued(0, INVOKE, "open", List.of(0, 1), 0),
                valued(1, INVOKE, "read-event", "a \"b\"\\\n\t\r\u0001é", 1),
                valued(0, OK, "open", -19L, 2),
                valued(1, INFO, "read-event", map, 3),
                valued(2, INVOKE, "poll", null, 4)));
        assertThat(HistoryEdn.write(history)).isEqualTo("""
            {:process 0, :type :invoke, :f :open, :value [0 1], :index 0, :time 0}
            {:process 1, :type :invoke, :f :read-event, :value "a \\"b\\"\\\\\\n\\t\\r\\u0001é", :index 1, :time 10}
            {:process 0, :type :ok, :f :open, :value -19, :index 2, :time 20}
            {:process 1, :type :info, :f :read-event, :value {"b" 1, "a" [true nil]}, :index 3, :time 30}
            {:process 2, :type :invoke, :f :poll, :value nil, :index 4, :time 40}
            """);
    }

    @Test
    void refusesToWriteWhatIsNotPlainData() {
        History history = new History(List.of(valued(0, INVOKE, "open", BigDecimal.ONE, 0)));
        assertThatThrownBy(() -> HistoryEdn.write(history))
                .hasMessage("Event 0 holds a BigDecimal; a value is nil, a boolean, an int, a long, a string, or a list"
                        + " or map of these.");
    }

    private static void refuses(String sentence, Event... events) {
        assertThatThrownBy(() -> new History(List.of(events)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    private static Event event(int process, EventType type, String f, int index) {
        return valued(process, type, f, null, index);
    }

    private static Event valued(int process, EventType type, String f, @Nullable Object value, int index) {
        return new Event(new ProcessId(process), type, f, value, index, 10L * index);
    }
}
