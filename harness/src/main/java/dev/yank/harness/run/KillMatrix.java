package dev.yank.harness.run;

import dev.yank.harness.run.RunResult.Completeness;
import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.RuleId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How well the harness detects what it claims to detect: which strategy catches which known-bad driver and
/// which generated mutant, for which rule and after how many executions.
///
/// The first strategy is the judge: what it does not catch has survived. It alone is also put to mutants
/// that are said to be equivalent, which nobody should catch.
///
/// @param seed everything random is drawn from it
/// @param executions at most about so many for each driver under each strategy
/// @param strategies their names, the judge first
/// @param completeness whether everything was hunted
/// @param prey one for each twin, then for each mutant
public record KillMatrix(
        long seed, long executions, List<String> strategies, Completeness completeness, List<Prey> prey) {

    /// How many of a hundred mutants that are not equivalent the judge must catch.
    public static final int KILLED_OF_A_HUNDRED = 95;

    /// What was hunted.
    public enum Kind {
        TWIN,
        MUTANT,
        EQUIVALENT
    }

    /// A driver that should be caught, or, if equivalent, should not.
    ///
    /// @param name of the twin or mutant
    /// @param kind which it is
    /// @param rule the rule that a twin is known to break
    /// @param remark what is wrong with it, or why nothing is
    /// @param hunts one a strategy; of an equivalent mutant the first only
    public record Prey(String name, Kind kind, Optional<RuleId> rule, String remark, List<Hunted> hunts) {

        /// Whether the judge caught it.
        public boolean isKilled() {
            return !hunts.isEmpty() && hunts.getFirst().isKilled();
        }

        /// Whether the judge found what should be found: a rule broken, or none by an equivalent mutant.
        public boolean isAsExpected() {
            return isKilled() != (kind == Kind.EQUIVALENT);
        }
    }

    /// What one strategy did for one rule.
    ///
    /// @param killed how many it caught for that rule
    /// @param median the number of executions that the one in the middle took, the lower of two; 0 where
    ///     none was caught
    public record Cell(long killed, long median) {}

    public KillMatrix(long seed, long executions, List<String> strategies, Completeness completeness, List<Prey> prey) {
        this.seed = seed;
        this.executions = executions;
        this.strategies = List.copyOf(strategies);
        this.completeness = completeness;
        this.prey = List.copyOf(prey);
    }

    /// Those of one kind.
    public List<Prey> prey(Kind kind) {
        return prey.stream().filter(one -> one.kind() == kind).toList();
    }

    /// The rules that anybody was caught for or should be, in the order of the rule book.
    public List<RuleId> rules() {
        List<RuleId> seen = prey.stream()
                .flatMap(one ->
                        Stream.concat(one.rule().stream(), one.hunts().stream().flatMap(hunt -> hunt.rule().stream())))
                .distinct()
                .toList();
        return RuleBook.rules().stream().map(Rule::id).filter(seen::contains).toList();
    }

    /// What a strategy caught of one kind for one rule.
    public Cell cell(Kind kind, RuleId rule, int strategy) {
        List<Long> executions = prey(kind).stream()
                .filter(one -> one.hunts().size() > strategy)
                .map(one -> one.hunts().get(strategy))
                .filter(hunt -> hunt.rule().filter(rule::equals).isPresent())
                .map(Hunted::executions)
                .sorted()
                .toList();
        return new Cell(executions.size(), executions.isEmpty() ? 0 : executions.get((executions.size() - 1) / 2));
    }

    /// How many of one kind a strategy caught, whatever for.
    public long killed(Kind kind, int strategy) {
        return prey(kind).stream()
                .filter(one -> one.hunts().size() > strategy
                        && one.hunts().get(strategy).isKilled())
                .count();
    }

    /// The twins, and the mutants, that the judge should have caught and did not, and equivalent ones that
    /// it caught.
    public List<Prey> unexpected() {
        return prey.stream().filter(one -> !one.isAsExpected()).toList();
    }

    /// What the process should say when it ends.
    public ExitStatus exitStatus() {
        boolean wrong = prey.stream().anyMatch(one -> one.kind() != Kind.MUTANT && !one.isAsExpected());
        long mutants = prey(Kind.MUTANT).size();
        boolean tooFew = killed(Kind.MUTANT, 0) * 100 < mutants * KILLED_OF_A_HUNDRED;
        if (completeness == Completeness.INTERRUPTED) {
            return ExitStatus.INCONCLUSIVE;
        }
        return wrong || tooFew ? ExitStatus.VIOLATION : ExitStatus.AS_EXPECTED;
    }
}
