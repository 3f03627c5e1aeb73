package dev.yank.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.yank.harness.run.Counterexample;
import dev.yank.model.trace.Oracle;
import dev.yank.reports.HostileWords;
import dev.yank.reports.RecordedFailure;
import dev.yank.reports.text.Timeline;
import dev.yank.reports.timeline.TimelinePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@InBrowser
class TimelineInBrowserTest {

    @TempDir
    Path folder;

    static Stream<Arguments> ofEachOracle() {
        return RecordedFailure.ofEachOracle().entrySet().stream()
                .map(one -> Arguments.of(one.getKey(), one.getValue().driver().name()));
    }

    /// One failure for each oracle: what is shown first is the rule, its sentence and the step where it is
    /// broken, as in the text, and what to type next.
    @ParameterizedTest
    @MethodSource("ofEachOracle")
    void theFirstLookShowsWhatIsBrokenAndWhere(Oracle oracle, String driver, OpenPage open) throws IOException {
        Counterexample found = RecordedFailure.of(driver);
        Page page = open(open, found);
        assertThat(page.locator("h1").first().textContent())
                .as(oracle.label())
                .startsWith(found.finding().rule() + " violated: ")
                .contains(unnumbered(found.finding().sentence()));
        Timeline text = Timeline.of(found);
        List<String> marks =
                text.rows().stream().flatMap(row -> row.mark().stream()).toList();
        String shown = page.locator(".execution .side .wrong").first().textContent();
        assertThat(shown).startsWith("✖ ");
        assertThat(marks).map(TimelineInBrowserTest::unnumbered).contains(unnumbered(shown.substring(2)));
        assertThat(page.locator(".command code").textContent()).isEqualTo(found.replayCommand());
        assertThat(page.locator(".execution .chart .failure").count()).isPositive();
        assertThat(page.locator(".execution .steps tr[aria-current]")).satisfies(row -> {
            assertThat(row.count()).isEqualTo(1);
            assertThat(row.getAttribute("class")).isEqualTo("failing");
        });
        walk(page);
    }

    /// Words up to the first number of a step, which page and text count differently.
    private static String unnumbered(String words) {
        return words.replaceFirst("\\bstep [0-9].*", "");
    }

    /// To the beginning, on to the end, and nothing is missing on the way.
    private static void walk(Page page) {
        page.keyboard().press("Home");
        Locator first = page.locator(".execution .steps tbody tr").first();
        assertThat(page.locator(".execution .where").textContent())
                .startsWith("step " + first.locator("td").first().textContent() + " of ");
        int rows = page.locator(".execution .steps tbody tr").count();
        for (int i = 1; i < Math.min(rows, 6); i++) {
            String before = page.locator(".execution .where").textContent();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator(".execution .where").textContent()).isNotEqualTo(before);
            assertThat(page.locator(".execution .side .now").textContent()).isNotEmpty();
        }
        page.keyboard().press("End");
        assertThat(page.locator(".execution .steps tbody tr").last().getAttribute("aria-current"))
                .isEqualTo("step");
        page.keyboard().press("f");
        assertThat(page.locator(".execution .side .wrong").count()).isPositive();
    }

    @Test
    void theStateBesideThePictureFollowsTheSteps(OpenPage open) throws IOException {
        Page page = open(open, RecordedFailure.of("pl061-devm-state"));
        at(page, "enters remove");
        assertThat(side(page)).contains("pl061: removing", "tear-down: unplug orderly, in remove");
        assertThat(side(page)).contains(": held by tear-down");
        assertThat(side(page)).contains("State (since step ");
        assertThat(side(page)).contains("GPIOIE0xff");
        at(page, "pl061 is unbound");
        assertThat(side(page)).contains("pl061: gone").doesNotContain("State (since step ");
        assertThat(side(page)).contains(": held by tear-down");
        page.keyboard().press("End");
        assertThat(side(page)).contains("nothing is held", "GPIOIE0x0");
    }

    @Test
    void theDriversLinesAreShown(OpenPage open) throws IOException {
        Page page = open(open, RecordedFailure.of("pl061-devm-state"));
        at(page, "allocates State");
        assertThat(side(page)).contains("probe (DevmState.java:");
        assertThat(page.locator(".source .here").textContent()).contains("devm_kzalloc");
    }

    @Test
    void buttonsAndSliderDoWhatTheKeysDo(OpenPage open) throws IOException {
        Counterexample found = RecordedFailure.of("pl061-gpiolib-srcu");
        Page page = open(open, found);
        button(page, "First step").click();
        String end = " of " + steps(found);
        String last = "step " + steps(found) + end;
        assertThat(page.locator(".execution .where").textContent()).isEqualTo("step 1" + end);
        button(page, "Step on").click();
        String second = page.locator(".execution .where").textContent();
        button(page, "Step on").click();
        button(page, "Step back").click();
        assertThat(page.locator(".execution .where").textContent()).isEqualTo(second);
        button(page, "Last step").click();
        assertThat(page.locator(".execution .where").textContent()).isEqualTo(last);
        page.locator(".execution input[type=range]").fill("0");
        assertThat(page.locator(".execution .where").textContent()).isEqualTo("step 1" + end);
        button(page, "Where the rule is broken").click();
        assertThat(page.locator(".execution .where").textContent()).isEqualTo(last);
        page.locator(".execution .steps tbody tr").nth(3).click();
        assertThat(page.locator(".execution .steps tbody tr").nth(3).getAttribute("aria-current"))
                .isEqualTo("step");
    }

    @Test
    void everyEventIsShownOnRequest(OpenPage open) throws IOException {
        Counterexample found = RecordedFailure.of("pl061-devm-state");
        Page page = open(open, found);
        int few = page.locator(".execution .steps tbody tr").count();
        page.keyboard().press("a");
        assertThat(page.locator(".execution .steps tbody tr").count())
                .isEqualTo((int) steps(found))
                .isGreaterThan(2 * few);
        assertThat(button(page, "All events").getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(page.locator(".execution .steps tr[aria-current] td").first().textContent())
                .isEqualTo("" + steps(found));
        page.keyboard().press("a");
        assertThat(page.locator(".execution .steps tbody tr").count()).isEqualTo(few);
    }

    @Test
    void lanesCanBeHiddenAndShown(OpenPage open) throws IOException {
        Page page = open(open, RecordedFailure.of("pl061-devm-state"));
        List<String> guards = ofGroup(page, "locks and guards");
        List<String> counts = ofGroup(page, "counts");
        assertThat(labels(page))
                .contains("State", "set-up")
                .contains(guards)
                .contains(counts)
                .doesNotContain("Iomem");
        page.locator("summary", new Page.LocatorOptions().setHasText("Lanes")).click();
        checkbox(page, counts.getFirst()).uncheck();
        checkbox(page, "Iomem").check();
        assertThat(labels(page)).doesNotContain(counts.getFirst()).contains("Iomem", counts.getLast());
        button(page, "All or none of locks and guards").click();
        assertThat(labels(page)).doesNotContain(guards);
    }

    @Test
    void colourSchemeFollowsTheSystemAndTheReader(OpenPage open) throws IOException {
        Page page = open(open, RecordedFailure.of("canary"));
        assertThat(paper(page)).isEqualTo("rgb(255, 255, 255)");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(paper(page)).isEqualTo("rgb(20, 22, 26)");
        button(page, "Change to light colours").click();
        assertThat(paper(page)).isEqualTo("rgb(255, 255, 255)");
        page.reload();
        assertThat(paper(page)).as("remembered").isEqualTo("rgb(255, 255, 255)");
        page.keyboard().press("t");
        assertThat(paper(page)).isEqualTo("rgb(20, 22, 26)");
    }

    @Test
    void thePictureZoomsAndPans(OpenPage open) throws IOException {
        Page page = open(open, RecordedFailure.of("pl061-gpiolib-srcu"));
        page.keyboard().press("Home");
        double fitted = width(page);
        page.keyboard().press("+");
        assertThat(width(page)).isGreaterThan(1.3 * fitted);
        page.keyboard().press("-");
        page.keyboard().press("-");
        assertThat(width(page)).isLessThan(fitted);
        page.keyboard().press("0");
        assertThat(width(page)).isEqualTo(fitted);

        BoundingBox box = page.locator(".execution .chart").boundingBox();
        page.mouse().move(box.x + 400, box.y + 100);
        page.mouse().wheel(0, -300);
        assertThat(width(page)).as("a wheel that only scrolls the page").isEqualTo(fitted);
        page.keyboard().down("Control");
        page.mouse().wheel(0, -300);
        page.keyboard().up("Control");
        page.waitForCondition(() -> width(page) > 1.3 * fitted);

        double before = left(page);
        page.mouse().move(box.x + 400, box.y + 100);
        page.mouse().down();
        page.mouse().move(box.x + 330, box.y + 100, new Mouse.MoveOptions().setSteps(5));
        page.mouse().up();
        assertThat(left(page)).isLessThan(before - 30);
    }

    @Test
    void aClickOnThePictureGoesToTheStep(OpenPage open) throws IOException {
        Counterexample found = RecordedFailure.of("pl061-devm-state");
        Page page = open(open, found);
        BoundingBox bar = page.locator(".execution .bar.operation").first().boundingBox();
        page.mouse().click(bar.x + 6, bar.y + 6);
        assertThat(page.locator(".execution .where").textContent()).isEqualTo("step 1 of " + steps(found));
    }

    @Test
    void theCommandIsCopied(OpenPage open) throws IOException {
        Page page = open(open, RecordedFailure.of("canary"));
        page.locator(".command button").click();
        page.waitForCondition(
                () -> page.locator(".command button").textContent().equals("Copied"));
    }

    @Test
    void helpOpensAndCloses(OpenPage open) throws IOException {
        Page page = open(open, RecordedFailure.of("canary"));
        page.keyboard().press("?");
        assertThat(page.getByRole(AriaRole.DIALOG).isVisible()).isTrue();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG).isVisible()).isFalse();
    }

    @Test
    void hostileTextIsShownAsText(OpenPage open) throws IOException {
        Page page = open(open, HostileWords.counterexample());
        page.keyboard().press("a");
        assertThat(page.evaluate("window.hacked")).isNull();
        assertThat(page.locator("img").count()).isZero();
        assertThat(page.locator(".facts").textContent()).contains("<script>window.hacked=1</script>");
        assertThat(page.title()).contains("<script>");
    }

    @Test
    void aTelephoneNeedsNoScrollingSideways(OpenPage open) throws IOException {
        open.resize(OpenPage.NARROW, 800);
        for (String driver : List.of("pl061-gpiolib-srcu", "edu-busy-spin", "edu-gated-timer", "canary")) {
            Page page = open(open, RecordedFailure.of(driver));
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(driver)
                    .isEqualTo(OpenPage.NARROW);
        }
    }

    @Test
    void aPrintedPageHasNoControlsAndAllSteps(OpenPage open) throws IOException {
        Page page = open(open, RecordedFailure.of("pl061-devm-state"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
        assertThat(page.locator(".execution .toolbar").isVisible()).isFalse();
        assertThat(page.locator(".command button").isVisible()).isFalse();
        assertThat(paper(page)).isEqualTo("rgb(255, 255, 255)");
        assertThat(page.locator(".execution .chart svg").isVisible()).isTrue();
    }

    @Test
    void picturesAreTaken(OpenPage open) throws IOException {
        for (String driver :
                new String[] {"pl061-gpiolib-srcu", "pl061-devm-state", "edu-gated-believes-lost-writes"}) {
            open.resize(OpenPage.WIDE, 1000);
            Page page = open(open, RecordedFailure.of(driver));
            assertThat(open.shoot("timeline-" + driver + "-1280")).isNotEmptyFile();
            page.keyboard().press("t");
            open.resize(OpenPage.NARROW, 1000);
            page.reload();
            assertThat(open.shoot("timeline-" + driver + "-400")).isNotEmptyFile();
            page.keyboard().press("t");
        }
    }

    /// Every event of the trace, every invocation, every answer.
    private static long steps(Counterexample found) {
        long answers = found.operations().stream()
                .filter(operation -> operation.beforeEvent() != Integer.MAX_VALUE)
                .count();
        return found.trace().size() + found.operations().size() + answers;
    }

    private Page open(OpenPage open, Counterexample found) throws IOException {
        return open.open(Files.writeString(folder.resolve("timeline.html"), TimelinePage.of(found)));
    }

    private static void at(Page page, String words) {
        page.locator(".execution .steps tbody tr", new Page.LocatorOptions().setHasText(words))
                .first()
                .click();
    }

    private static String side(Page page) {
        return page.locator(".execution .side").textContent();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator checkbox(Page page, String name) {
        return page.getByRole(
                AriaRole.CHECKBOX, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static String labels(Page page) {
        return String.join("\n", page.locator(".execution .chart .label").allTextContents());
    }

    /// The names of the lanes of a group, which are at least two, in the menu.
    private static List<String> ofGroup(Page page, String group) {
        List<String> names = page.locator(".menu label").all().stream()
                .filter(label -> group.equals(
                        label.evaluate("(one) => { while (one.tagName !== 'H2') one = one.previousElementSibling;"
                                + " return one.firstChild.textContent; }")))
                .map(Locator::textContent)
                .toList();
        assertThat(names).hasSizeGreaterThan(1);
        return names;
    }

    private static String paper(Page page) {
        return String.valueOf(page.evaluate("getComputedStyle(document.body).backgroundColor"));
    }

    private static double width(Page page) {
        return page.locator(".execution .bar.operation").first().boundingBox().width;
    }

    private static double left(Page page) {
        return page.locator(".execution .bar.operation").nth(1).boundingBox().x;
    }
}
