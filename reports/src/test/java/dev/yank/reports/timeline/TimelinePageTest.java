package dev.yank.reports.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.Counterexample;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.trace.EventKind;
import dev.yank.reports.HostileWords;
import dev.yank.reports.RecordedFailure;
import dev.yank.reports.Story;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TimelinePageTest {

    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    @Test
    void aPageAsksForNothingElse() {
        String page = TimelinePage.of(RecordedFailure.of("pl061-devm-state"));
        assertThat(page).contains("default-src 'none'");
        String rest = page.replace("http://www.w3.org/2000/svg", ""); // a name, not an address
        assertThat(List.of("http:", "https:", "@import", " src=", "url(\"", "fetch(", "import("))
                .noneMatch(rest::contains);
    }

    @Test
    void aPageStartsWithTheRuleAndTheCommandInItsData() {
        Counterexample found = RecordedFailure.of("pl061-devm-state");
        JsonNode data = data(TimelinePage.of(found));
        assertThat(data.at("/rule/id").asString()).isEqualTo("R34");
        assertThat(data.at("/command").asString()).isEqualTo(found.replayCommand());
    }

    @Test
    void noTextOfADriverBecomesMarkup() {
        String page = TimelinePage.of(HostileWords.counterexample());
        assertThat(page).doesNotContain("<script>", "<img", "</pre>", "\u202e", "\u001b");
        assertThat(Pattern.compile("</script>").matcher(page).results()).hasSize(2);
        assertThat(data(page).at("/title").asString()).contains("<script>window.hacked=1</script>");
    }

    @Test
    void noTextOfADriverIsTakenForAPartOfTheTemplate() {
        Story story =
                new Story("process 0").asks(0, new Probe(0)).event(EventKind.OOPS, 0, 0, 0, "{{script}} {{data}}");
        JsonNode data = data(TimelinePage.of(story.breaks("a", "K1", "process 0 oopsed: {{script}}.", 1)));
        assertThat(data.at("/moments/1/words").asString()).isEqualTo("oops: {{script}} {{data}}");
    }

    @Test
    void aLongTraceShowsItsEndAndSaysWhatIsLeftOut() {
        Story story = new Story("process 0").object(1, "State").asks(0, new Probe(0));
        int events = 60_000;
        for (int i = 0; i < events; i++) {
            story.event(EventKind.READ, 0, 1, 0, "State.field_with_a_long_name_" + i);
        }
        Counterexample found = story.breaks("long", "R34", "State was used after it was freed.", events);
        String page = TimelinePage.of(found);
        assertThat(page.getBytes(StandardCharsets.UTF_8).length)
                .isBetween(TimelinePage.MOST_BYTES / 2, TimelinePage.MOST_BYTES);
        JsonNode data = data(page);
        int leftOut = data.at("/leftOut").asInt();
        assertThat(leftOut).isPositive();
        assertThat(leftOut + data.at("/moments").size()).isEqualTo(events + 1);
    }

    @Test
    void theDriversNameIsTheTitle() {
        assertThat(TimelinePage.of(RecordedFailure.of("canary"))).contains("<title>canary: R34 violated</title>");
    }

    private static JsonNode data(String page) {
        Matcher matcher = DATA.matcher(page);
        assertThat(matcher.find()).isTrue();
        return JsonMapper.builder().build().readTree(matcher.group(1));
    }
}
