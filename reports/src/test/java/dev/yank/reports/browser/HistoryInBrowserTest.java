package dev.yank.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.yank.harness.examine.ExaminedHistory;
import dev.yank.harness.examine.Examiner;
import dev.yank.harness.run.Counterexample;
import dev.yank.model.linearize.Entry;
import dev.yank.model.linearize.Limits;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import dev.yank.model.trace.Oracle;
import dev.yank.reports.RecordedFailure;
import dev.yank.reports.timeline.TimelinePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@InBrowser
class HistoryInBrowserTest {

    private static final String HOSTILE = "<script>window.hacked=1</script>";

    @TempDir
    Path folder;

    /// What an operation asks for.
    ///
    /// @param key of which register
    /// @param number what to write; 0 to read
    private record Ask(String key, int number) {}

    /// Registers by their keys.
    private static final class Registers implements SequentialSpec<Integer, Ask, Integer> {

        @Override
        public String name() {
            return "registers";
        }

        @Override
        public Integer initial() {
            return 0;
        }

        @Override
        public List<Effect<Integer, Integer>> effects(Integer state, Ask ask) {
            return List.of(ask.number == 0 ? new Effect<>(state, state) : new Effect<>(ask.number, 0));
        }

        @Override
        public Object partition(Ask ask) {
            return ask.key;
        }

        @Override
        public String describeOperation(Ask ask) {
            return (ask.number == 0 ? "read " : "write " + ask.number + " to ") + ask.key;
        }
    }

    /// Key a is explained; of key b the last read cannot be, and a write of it is in no order with an early read.
    private static ExaminedHistory history() {
        var a = new Ask("a", 0);
        String b = "b";
        List<Entry<Ask, Integer>> entries = List.of(
                new Entry<>(0, new Ask("a", 7), 0, 0, 3),
                new Entry<>(1, a, 7, 1, 2),
                new Entry<>(0, new Ask(b, 1), 0, 4, 5),
                new Entry<>(1, new Ask(b, 2), 0, 6, 9),
                new Entry<>(2, new Ask(b, 0), 1, 7, 8),
                Entry.lost(3, new Ask(b, 3), 10),
                new Entry<>(2, new Ask(b, 0), 1, 11, 12));
        return new Examiner<>(new Registers(), Limits.DEFAULT).examine("history.edn", entries);
    }

    @Test
    void theFirstLookShowsWhatCannotBePlacedAndWhy(OpenPage open) throws IOException {
        Page page = open(open, history());
        assertThat(page.locator("h1").textContent())
                .isEqualTo("Not linearizable: No order of the operations explains the history: read b may answer [2]"
                        + " here, but answered 1.");
        assertThat(page.locator(".chart .bar.stuck").count()).isEqualTo(1);
        assertThat(page.locator(".side").textContent())
                .contains("cannot be placed", "process 2: read b → 1", "none of these can be next");
        assertThat(page.getByLabel("Part of the history").textContent()).isEqualTo("✖ b✓ a");
        assertThat(page.locator(".command code").textContent()).isEqualTo("./yank check history.edn");
    }

    @Test
    void operationsArePlacedOneAfterAnotherWithTheStateBesideThem(OpenPage open) throws IOException {
        Page page = open(open, history());
        page.keyboard().press("Home");
        assertThat(page.locator(".where").textContent()).startsWith("0 of ");
        assertThat(state(page)).isEqualTo("0");
        page.keyboard().press("ArrowRight");
        assertThat(state(page)).isEqualTo("1");
        assertThat(page.locator(".steps tr[aria-current]").textContent()).contains("write 1 to b");
        assertThat(page.locator(".chart .point:not(.later)").count()).isEqualTo(1);
        button(page, "All operations of the order placed").click();
        assertThat(page.locator(".chart .point.later").count()).isZero();
        button(page, "One operation back").click();
        assertThat(page.locator(".chart .point.later").count()).isEqualTo(1);
        page.locator("input[type=range]").fill("0");
        assertThat(page.locator(".where").textContent()).startsWith("0 of ");
    }

    @Test
    void anotherPartCanBeChosen(OpenPage open) throws IOException {
        Page page = open(open, history());
        page.getByLabel("Part of the history").selectOption("✓ a");
        assertThat(page.locator(".chart .bar.stuck").count()).isZero();
        assertThat(page.locator(".where").textContent()).isEqualTo("2 of 2 placed");
        assertThat(state(page)).isEqualTo("7");
        page.keyboard().press("p");
        assertThat(page.locator(".chart .bar.stuck").count()).isEqualTo(1);
    }

    @Test
    void anOperationLeadsToTheLongestOrderThatPlacesIt(OpenPage open) throws IOException {
        Page page = open(open, history());
        Locator lost = page.locator(".chart .bar.lost");
        assertThat(lost.count()).isEqualTo(1);
        page.locator("g[data-operation='0']").click();
        assertThat(page.locator(".where").textContent()).startsWith("1 of ");
        page.locator("g[data-operation='4']").click();
        assertThat(page.locator(".where").textContent())
                .as("no order places what cannot be placed")
                .startsWith("1 of ");
    }

    @Test
    void theCounterexampleOfAHistoryHasBothPictures(OpenPage open) throws IOException {
        Counterexample found = RecordedFailure.ofEachOracle().get(Oracle.LINEARIZABILITY);
        Page page = open.open(Files.writeString(folder.resolve("page.html"), TimelinePage.of(found)));
        assertThat(page.locator("h2.why").textContent()).isEqualTo("Why no order explains the history");
        assertThat(page.locator(".orders .chart .bar.stuck").count()).isEqualTo(1);
        page.locator(".orders .chart").click();
        String step = page.locator(".where").first().textContent();
        page.keyboard().press("Home");
        assertThat(page.locator(".orders .where").textContent()).startsWith("0 of ");
        assertThat(page.locator(".where").first().textContent())
                .as("the other picture stays where it is")
                .isEqualTo(step);
        open.resize(OpenPage.NARROW, 900);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(OpenPage.NARROW);
    }

    @Test
    void namesInAHistoryAreShownAsText(OpenPage open) throws IOException {
        var examiner = new Examiner<>(new Registers(), Limits.DEFAULT);
        Page page = open(open, examiner.examine(HOSTILE, List.of(new Entry<>(0, new Ask(HOSTILE, 1), 0, 0, 1))));
        assertThat(page.evaluate("window.hacked")).isNull();
        assertThat(page.locator(".facts").textContent()).contains(HOSTILE);
        assertThat(page.locator(".steps").textContent()).contains("write 1 to " + HOSTILE);
    }

    @Test
    void picturesAreTaken(OpenPage open) throws IOException {
        Page page = open(open, history());
        assertThat(open.shoot("history-1280")).isNotEmptyFile();
        open.resize(OpenPage.NARROW, 1000);
        page.keyboard().press("t");
        assertThat(open.shoot("history-400")).isNotEmptyFile();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(OpenPage.NARROW);
    }

    private Page open(OpenPage open, ExaminedHistory history) throws IOException {
        String html = TimelinePage.of(history, "./yank check history.edn");
        return open.open(Files.writeString(folder.resolve("history.html"), html));
    }

    private static String state(Page page) {
        return page.locator(".side .mono").textContent();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
