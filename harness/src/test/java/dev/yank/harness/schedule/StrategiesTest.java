package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StrategiesTest {

    /// Notes what it is told.
    private record Noting(String name, List<String> notes) implements Strategy {

        @Override
        public void begin(long seed) {
            notes.add(name + " begins " + seed);
        }

        @Override
        public int next(TaskSet runnable, int current, int decision) {
            notes.add(name + " decides " + decision);
            return runnable.lowest();
        }

        @Override
        public void relaxed(int task) {
            notes.add(name + " hears that " + task + " spins");
        }

        @Override
        public void end(int decisions) {
            notes.add(name + " ends after " + decisions);
        }
    }

    @Test
    void aPortfolioTakesTurnsExecutionByExecution() {
        List<String> notes = new ArrayList<>();
        var portfolio = new Portfolio(List.of(new Noting("one", notes), new Noting("two", notes)));
        List<String> names = new ArrayList<>();
        for (int seed = 7; seed < 10; seed++) {
            portfolio.begin(seed);
            names.add(portfolio.name());
            portfolio.next(TaskSet.of(0), -1, 0);
            portfolio.relaxed(5);
            portfolio.end(1);
        }
        assertThat(names).containsExactly("one", "two", "one");
        assertThat(notes)
                .containsExactly(
                        "one begins 7",
                        "one decides 0",
                        "one hears that 5 spins",
                        "one ends after 1",
                        "two begins 8",
                        "two decides 0",
                        "two hears that 5 spins",
                        "two ends after 1",
                        "one begins 9",
                        "one decides 0",
                        "one hears that 5 spins",
                        "one ends after 1");
    }

    /// The first member has two schedules, the second goes on for ever.
    @Test
    void aMemberThatHasNoScheduleLeftIsPassedOver() {
        Strategy portfolio = Strategies.create("preemption(1)+random");
        List<String> turns = new ArrayList<>();
        for (int seed = 0; seed < 6; seed++) {
            Desk.word(portfolio, seed, desk -> {
                desk.spawnChanges("a", 1, 0);
                desk.spawnChanges("b", 1, 0);
            });
            turns.add(portfolio.name());
            assertThat(portfolio.isExhausted()).isFalse();
        }
        assertThat(turns).containsExactly("preemption(1)", "random", "preemption(1)", "random", "random", "random");
    }

    /// Were it two members, each would take the one schedule that there is.
    @Test
    void aMemberWithSeveralTurnsIsOneStrategy() {
        Strategy portfolio = Strategies.create("preemption(1)+random+preemption(1)");
        List<String> turns = new ArrayList<>();
        for (int seed = 0; seed < 4; seed++) {
            Desk.word(portfolio, seed, desk -> desk.spawnChanges("a", 1, 1));
            turns.add(portfolio.name());
        }
        assertThat(turns).containsExactly("preemption(1)", "random", "random", "random");
    }

    @Test
    void aPortfolioEndsWhenAllItsMembersDo() {
        Strategy portfolio = Strategies.create("preemption(1)+delay(1)");
        for (int seed = 0; seed < 4; seed++) {
            assertThat(portfolio.isExhausted()).isFalse();
            Desk.word(portfolio, seed, desk -> {
                desk.spawnChanges("a", 1, 0);
                desk.spawnChanges("b", 1, 0);
            });
        }
        assertThat(portfolio.isExhausted()).isTrue();
    }

    @Test
    void aPortfolioOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Portfolio(List.of()))
                .withMessage("A portfolio needs at least one strategy.");
    }

    @Test
    void strategiesAreMadeByTheirNames() {
        assertThat(Strategies.create("random")).isInstanceOf(RandomWalk.class);
        assertThat(Strategies.create("random").name()).isEqualTo("random");
        assertThat(Strategies.create("pct").name()).isEqualTo("pct(3)");
        assertThat(Strategies.create("pct(1)").name()).isEqualTo("pct(1)");
        assertThat(Strategies.create("pct(99)").name()).isEqualTo("pct(99)");
        Strategy portfolio = Strategies.create(Strategies.DEFAULT);
        List<String> turns = new ArrayList<>();
        for (int execution = 0; execution < 7; execution++) {
            portfolio.begin(execution);
            turns.add(portfolio.name());
        }
        assertThat(turns).containsExactly("kinds", "pos", "kinds", "pos", "kinds", "pct(3)", "kinds");
    }

    @Test
    void aWrongNameIsRefusedWithTheRightOnes() {
        for (String name : List.of("pct(0)", "pct(100)", "pct()", "PCT", "", "randomly", "pct(3) ")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Strategies.create(name))
                    .withMessage("There is no strategy '" + name
                            + "'; './yank list strategies' names them, with D and N from 1 to 99.");
        }
    }

    @Test
    void aPortfolioWithAWrongMemberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Strategies.create("pos+chance"))
                .withMessageStartingWith("There is no strategy 'chance'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Strategies.create("+"))
                .withMessage("A portfolio needs at least one strategy.");
    }

    @Test
    void whatIsOfferedCanBeMade() {
        for (Strategies.Offer offer : Strategies.offers()) {
            assertThat(Strategies.create(offer.name().replaceAll("[DN]", "4")).name())
                    .isNotEmpty();
            assertThat(offer.summary()).endsWith(".");
        }
        assertThat(Strategies.offers())
                .extracting(Strategies.Offer::name)
                .containsExactly(
                        "portfolio",
                        "random",
                        "pct(D)",
                        "pos",
                        "surw",
                        "kinds",
                        "preemption(N)",
                        "delay(N)",
                        "mutation",
                        "exhaustive");
    }

    /// Each of four tasks is chosen first by a quarter of the seeds: 1000 of 4000, with a standard deviation
    /// of 27.
    @Test
    void theRandomWalkChoosesTheFirstTaskEvenly() {
        int[] first = new int[8];
        var walk = new RandomWalk();
        for (int seed = 0; seed < 4000; seed++) {
            walk.begin(seed);
            first[walk.next(TaskSet.of(1, 3, 5, 7), -1, 0)]++;
        }
        for (int task = 0; task < first.length; task++) {
            assertThat(first[task]).isBetween(task % 2 == 0 ? 0 : 1000 - 4 * 27, task % 2 == 0 ? 0 : 1000 + 4 * 27);
        }
    }

    /// Two tasks with one point each have six interleavings of their two pieces, but the random walk does not
    /// favour them alike: those that need three decisions are rarer than those that need two.
    @Test
    void theRandomWalkIsEvenOverDecisionsNotOverInterleavings() {
        int[] times = new int[2];
        var walk = new RandomWalk();
        for (int seed = 0; seed < 8000; seed++) {
            walk.begin(seed);
            StringBuilder word = new StringBuilder();
            var scheduler = new Scheduler(walk, 100);
            for (String letter : List.of("a", "b")) {
                scheduler.spawn(letter, () -> {
                    word.append(letter);
                    scheduler.point();
                    word.append(letter);
                });
            }
            scheduler.run();
            times[0] += word.toString().equals("aabb") ? 1 : 0;
            times[1] += word.toString().equals("abab") ? 1 : 0;
        }
        // "aabb" takes two decisions (1/4: 2000, deviation 39), "abab" three (1/8: 1000, deviation 30).
        assertThat(times[0]).isBetween(2000 - 4 * 39, 2000 + 4 * 39);
        assertThat(times[1]).isBetween(1000 - 4 * 30, 1000 + 4 * 30);
    }

    /// The first numbers for seed 1234567, as implementations of SplitMix64 in many languages give them.
    @Test
    void splitMixGivesItsKnownNumbers() {
        var random = new SplitMix(1234567);
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("3203168211198807973");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("9817491932198370423");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("4593380528125082431");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("16408922859458223821");
        random.reseed(0);
        assertThat(random.nextLong()).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(SplitMix.derive(0, 0)).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(SplitMix.mix(0)).isZero();
    }

    @Test
    void splitMixKeepsToTheBound() {
        var random = new SplitMix(0);
        for (int bound = 1; bound <= 64; bound++) {
            @Var long seen = 0;
            for (int i = 0; i < 64 * 40; i++) {
                seen |= 1L << random.nextInt(bound);
            }
            assertThat(seen).as("bound %d", bound).isEqualTo(-1L >>> (64 - bound));
        }
    }
}
