package dev.yank.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.RuleId;
import dev.yank.reports.AllPages;
import dev.yank.reports.RecordedFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Allure report of a run with a failure for each oracle, opened and read as a maintainer would.
@InBrowser
class ReportInBrowserTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void make() throws IOException {
        AllPages.make(folder);
    }

    /// The rule, the interleaving, and what to type next, of one failure for each oracle; then the timeline of the
    /// last one opens inside the report and is stepped through, as all of them are in [TimelineInBrowserTest].
    @Test
    void aFailureIsUnderstoodFromItsPage(OpenPage open) {
        Page page = report(open, "Suites");
        page.locator(".node__title").first().waitFor();
        expand(page);
        Stream.concat(AllPages.CAUGHT.stream(), Stream.of(AllPages.ACCUSED)).forEach(driver -> {
            String rule = AllPages.ACCUSED.equals(driver)
                    ? "R22"
                    : RecordedFailure.of(driver).finding().rule().text();
            leaf(page, driver).click();
            page.locator(".test-result__name", new Page.LocatorOptions().setHasText(driver))
                    .waitFor();
            isExplained(page, rule);
        });
        open.shoot("allure-failure-1280");
        opensItsTimeline(page, "R22");
        attachment(page, "timeline").scrollIntoViewIfNeeded();
        open.shoot("allure-timeline-1280");
    }

    private static void isExplained(Page page, String rule) {
        assertThat(page.locator(".status-details__message").first().textContent())
                .startsWith(rule + " violated: ");
        assertThat(page.locator(".test-result").textContent())
                .contains("executions/s", "before shrinking", "after shrinking", "seed", "policy", "strategy");
        List<String> attachments = page.locator(".attachment-row__name").allTextContents().stream()
                .map(String::strip)
                .toList();
        assertThat(attachments)
                .startsWith("how to replay it", "counterexample", "timeline", "history (EDN)", "history (JSON)");
        assertThat(page.locator(".test-result-execution .step__title_hasContent, .test-result-execution .step")
                        .count())
                .isPositive();
        attachment(page, "how to replay it").click();
        assertThat(page.locator(".attachment__text, .attachment__code").first().textContent())
                .startsWith("./yank replay y");
    }

    private static void opensItsTimeline(Page page, String rule) {
        attachment(page, "timeline").click();
        FrameLocator timeline = page.frameLocator(".attachment__iframe");
        assertThat(timeline.locator("h1").first().textContent()).startsWith(rule + " violated");
        assertThat(timeline.locator(".chart .failure").count()).isPositive();
        Locator where = timeline.locator(".where").first();
        String before = where.textContent();
        timeline.locator("button[aria-label='First step']").click();
        assertThat(where.textContent()).isNotEqualTo(before).matches("step [1-4] of .*");
    }

    @Test
    void aTelephoneShowsTheReportToo(OpenPage open) {
        open.resize(OpenPage.NARROW, 900);
        Page page = report(open, "Suites");
        choose(page, AllPages.ACCUSED);
        Locator name = page.locator(".test-result__name");
        assertThat(name.boundingBox().width).isGreaterThan(150);
        name.scrollIntoViewIfNeeded();
        open.shoot("allure-failure-400");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(OpenPage.NARROW);
    }

    @Test
    void resultsAreFilteredByStatus(OpenPage open) {
        Page page = report(open, "Suites");
        for (String status : List.of("passed", "broken")) {
            page.locator(".y-label_status_" + status).first().click();
        }
        expand(page);
        assertThat(leaves(page)).contains(AllPages.ACCUSED, AllPages.MISSED).doesNotContain(AllPages.INCONCLUSIVE);
        assertThat(leaves(page)).doesNotContainAnyElementsOf(AllPages.CAUGHT);
    }

    @Test
    void resultsAreFoundByTheirNames(OpenPage open) {
        Page page = report(open, "Suites");
        String driver = AllPages.CAUGHT.getLast();
        page.locator(".search__input").first().fill(driver);
        page.waitForCondition(() -> leaves(page).equals(List.of(driver)));
        expand(page);
        assertThat(leaves(page)).containsExactly(driver);
    }

    @Test
    void behavioursAreFamiliesAndRules(OpenPage open) {
        Page page = report(open, "Behaviors");
        expand(page);
        List<String> nodes =
                page.locator(".node__title:not(.node__leaf .node__title) .node__name").allTextContents().stream()
                        .map(String::strip)
                        .toList();
        assertThat(nodes).contains("dev yank drivers");
        for (String driver : AllPages.CAUGHT) {
            Rule rule = RuleBook.rule(RecordedFailure.of(driver).finding().rule());
            assertThat(nodes).as(driver).contains(rule.id() + " " + rule.title());
        }
    }

    @Test
    void categoriesAreOraclesAndTheInconclusiveIsByItself(OpenPage open) {
        Page page = report(open, "Categories");
        page.locator(".node__name").first().waitFor();
        List<String> categories = page.locator(".node__name").allTextContents().stream()
                .map(String::strip)
                .toList();
        assertThat(categories)
                .contains("inconclusive", "broken: waiting for ever", "missed: use after free")
                .contains("caught: data races", "caught: lock order");
        Locator inconclusive = page.locator(".node", new Page.LocatorOptions().setHasText("inconclusive"))
                .first();
        inconclusive.locator(".node__title").first().click();
        expand(page);
        assertThat(inconclusive.locator(".node__leaf .node__name").allTextContents())
                .singleElement()
                .asString()
                .contains(AllPages.INCONCLUSIVE);
        assertThat(inconclusive.locator(".node__leaf .text_status_broken").count())
                .isEqualTo(1);
        assertThat(inconclusive.locator(".node__leaf .text_status_passed").count())
                .isZero();
    }

    @Test
    void theOverviewTellsWhereAndByWhom(OpenPage open) {
        Page page = report(open, "Overview");
        page.locator(".environment-widget, [data-id=environment]").first().waitFor();
        assertThat(page.locator(".app__content").textContent())
                .contains("Yank", "JDK", "Processors", "Seed", "42", "report 1, seed 42", "drivers under test");
    }

    @Test
    void hostileWordsAreShownAsText(OpenPage open) {
        Page page = report(open, "Suites");
        choose(page, "../../etc/");
        assertThat(page.locator(".test-result__name").textContent()).contains("../../etc/</pre><script>");
        for (Locator row : page.locator(".attachment-row").all()) {
            row.click();
        }
        FrameLocator timeline = page.frameLocator(".attachment__iframe");
        assertThat(timeline.locator("h1").first().textContent()).contains("<script>");
        assertThat(page.evaluate("window.hacked")).isNull();
        assertThat(page.locator("img[src=x]").count()).isZero();
        assertThat(timeline.locator("img").count()).isZero();
    }

    @Test
    void picturesAndRuleBookAreInTheReport(OpenPage open) {
        Page page = report(open, "Suites");
        choose(page, "dashboards and rule book");
        assertThat(page.locator(".attachment-row__name").allTextContents().stream()
                        .map(String::strip))
                .contains(
                        "rule book",
                        "Kill matrix: rules and strategies",
                        "Executions to the first finding of each twin",
                        "Throughput of each driver");
        attachment(page, "Kill matrix").click();
        Locator picture = page.locator(".attachment__embed").first();
        picture.waitFor();
        assertThat(picture.boundingBox().width).isGreaterThan(200);
        open.shoot("allure-kill-matrix-1280");
    }

    @Test
    void pagesAreReadableWideAndNarrowLightAndDark(OpenPage open) {
        for (String name : List.of("index", "report/rules", "report/dashboards")) {
            Page page = open.open(folder.resolve(name + ".html"));
            String shot = name.replaceFirst(".*/", "").replace("index", "start");
            open.resize(OpenPage.WIDE, 1000);
            open.shoot(shot + "-1280");
            assertThat(paper(page)).isEqualTo("rgb(255, 255, 255)");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(paper(page)).isEqualTo("rgb(20, 22, 26)");
            open.shoot(shot + "-1280-dark");
            page.locator("#theme").click();
            assertThat(paper(page)).isEqualTo("rgb(255, 255, 255)");
            page.locator("#theme").click();
            open.resize(OpenPage.NARROW, 1000);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(name)
                    .isEqualTo(OpenPage.NARROW);
            open.shoot(shot + "-400");
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.LIGHT));
            assertThat(page.locator("#theme").isVisible()).isFalse();
            page.evaluate("localStorage.clear()");
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(ColorScheme.LIGHT));
        }
    }

    @Test
    void theStartPageLeadsToWhatIsNotAsExpected(OpenPage open) {
        Page page = open.open(folder.resolve("index.html"));
        Locator cards = page.locator("article.card");
        assertThat(String.join("\n", cards.allTextContents()))
                .contains(AllPages.ACCUSED, "R22 violated:", "./yank replay y")
                .contains(AllPages.MISSED, "Not caught")
                .contains(AllPages.INCONCLUSIVE, "Inconclusive");
        cards.filter(new Locator.FilterOptions().setHasText(AllPages.ACCUSED))
                .locator("a", new Locator.LocatorOptions().setHasText("Step through it"))
                .click();
        assertThat(page.locator("h1").first().textContent()).startsWith("R22 violated");
        page.goBack();
        page.locator("nav a", new Page.LocatorOptions().setHasText("Rule book")).click();
        assertThat(page.locator("h1").textContent()).isEqualTo("The rule book");
    }

    @Test
    void theRuleBookIsSearched(OpenPage open) {
        Page page = open.open(folder.resolve("report/rules.html"));
        int all = page.locator("article:visible").count();
        page.keyboard().press("/");
        page.keyboard().type("last close");
        assertThat(page.locator("article:visible").count()).isPositive().isLessThan(all / 2);
        assertThat(page.locator("#found").textContent()).endsWith(" rules and policies speak of it");
        String driver = AllPages.CAUGHT.getFirst();
        RuleId rule = RecordedFailure.of(driver).finding().rule();
        page.locator("#search").fill(driver);
        assertThat(page.locator("#" + rule).isVisible()).isTrue();
        assertThat(page.locator("#R35").isVisible()).isFalse();
        page.locator("#search").fill("no such words");
        assertThat(page.locator("article:visible").count()).isZero();
        page.locator("#search").fill("");
        page.locator("#" + rule + " a", new Page.LocatorOptions().setHasText(driver))
                .first()
                .click();
        assertThat(page.locator("h1").first().textContent()).startsWith(rule + " violated");
    }

    private static Page report(OpenPage open, String tab) {
        Page page = open.open(folder.resolve("report/index.html"));
        page.locator(".side-nav__link", new Page.LocatorOptions().setHasText(tab))
                .first()
                .click();
        return page;
    }

    private static void choose(Page page, String name) {
        page.locator(".node__leaf, .node__title").first().waitFor();
        expand(page);
        leaf(page, name).click();
        page.locator(".test-result__name").waitFor();
    }

    private static Locator leaf(Page page, String name) {
        return page.locator(
                        ".node__leaf",
                        new Page.LocatorOptions()
                                .setHas(page.locator(".node__name", new Page.LocatorOptions().setHasText(name))))
                .first();
    }

    /// Opens every branch of the tree that is still closed.
    private static void expand(Page page) {
        for (int depth = 0; depth < 5; depth++) {
            page.evaluate("[...document.querySelectorAll('.node:not(.node__expanded):not(.node__leaf) > .node__title')]"
                    + ".filter((title) => title.offsetParent).forEach((title) => title.click())");
        }
    }

    private static List<String> leaves(Page page) {
        return page.locator(".node__leaf .node__name").allTextContents().stream()
                .map(String::strip)
                .toList();
    }

    private static Locator attachment(Page page, String title) {
        return page.locator(".attachment-row", new Page.LocatorOptions().setHasText(title))
                .first();
    }

    private static String paper(Page page) {
        return String.valueOf(page.evaluate("getComputedStyle(document.body).backgroundColor"));
    }
}
