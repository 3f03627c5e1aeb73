package dev.yank.harness.cli;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.cli.Table.Side;
import dev.yank.harness.run.Hunted;
import dev.yank.harness.run.KillMatrix;
import dev.yank.harness.run.KillMatrix.Cell;
import dev.yank.harness.run.KillMatrix.Kind;
import dev.yank.harness.run.KillMatrix.Prey;
import dev.yank.harness.run.RunResult.Completeness;
import dev.yank.model.rule.RuleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A kill matrix as text in eighty columns, and as JSON.
final class KillMatrixWords {

    private static final int STRATEGIES_A_TABLE = 5;
    private static final String NOTHING = "·";

    private final KillMatrix matrix;

    KillMatrixWords(KillMatrix matrix) {
        this.matrix = matrix;
    }

    /// Tables of at most five strategies each, then who survived.
    String text() {
        var text = new StringBuilder(
                "\nEach cell: how many were killed for the rule, the median of executions to that.\n");
        for (int first = 0; first < matrix.strategies().size(); first += STRATEGIES_A_TABLE) {
            text.append('\n').append(table(first)).append('\n');
        }
        matrix.unexpected().forEach(one -> text.append(sentence(one)).append('\n'));
        return text.append(total()).append('\n').toString();
    }

    private String table(int first) {
        int end = Math.min(matrix.strategies().size(), first + STRATEGIES_A_TABLE);
        Table table = new Table().column("rule", Side.LEFT).column("of", Side.LEFT);
        for (int strategy = first; strategy < end; strategy++) {
            table.column(matrix.strategies().get(strategy), Side.RIGHT);
        }
        for (RuleId rule : matrix.rules()) {
            for (Kind kind : List.of(Kind.TWIN, Kind.MUTANT)) {
                row(table, first, end, rule, kind);
            }
        }
        sum(table, first, end, "killed", true);
        sum(table, first, end, "survived", false);
        return table.toString();
    }

    private void row(Table table, int first, int end, RuleId rule, Kind kind) {
        List<String> cells = new ArrayList<>(List.of(rule.text(), word(kind) + "s"));
        @Var boolean isEmpty = true;
        for (int strategy = first; strategy < end; strategy++) {
            Cell cell = matrix.cell(kind, rule, strategy);
            isEmpty &= cell.killed() == 0;
            cells.add(cell.killed() == 0 ? NOTHING : "%d %,7d".formatted(cell.killed(), cell.median()));
        }
        boolean isKnown = matrix.prey(kind).stream()
                .anyMatch(one -> one.rule().filter(rule::equals).isPresent());
        if (!isEmpty || isKnown) {
            table.row(cells.toArray(String[]::new));
        }
    }

    private void sum(Table table, int first, int end, String word, boolean killed) {
        for (Kind kind : List.of(Kind.TWIN, Kind.MUTANT)) {
            int total = matrix.prey(kind).size();
            List<String> cells = new ArrayList<>(List.of(word, word(kind) + "s"));
            for (int strategy = first; strategy < end; strategy++) {
                long kills = matrix.killed(kind, strategy);
                cells.add("%,d".formatted(killed ? kills : total - kills));
            }
            if (total > 0) {
                table.row(cells.toArray(String[]::new));
            }
        }
    }

    private static String sentence(Prey one) {
        String hunt =
                one.hunts().stream().findFirst().map(KillMatrixWords::words).orElse("was not hunted");
        return switch (one.kind()) {
            case TWIN -> "twin " + one.name() + " " + hunt + ".";
            case MUTANT -> "mutant " + one.name() + " " + hunt + ": " + one.remark() + ".";
            case EQUIVALENT -> "equivalent mutant " + one.name() + " " + hunt + ", although: " + one.remark();
        };
    }

    private static String words(Hunted hunt) {
        return hunt.rule()
                .map(rule -> "broke " + rule + " in execution " + hunt.executions())
                .orElse("survived " + hunt.executions() + " executions");
    }

    private String total() {
        int mutants = matrix.prey(Kind.MUTANT).size();
        long killed = matrix.killed(Kind.MUTANT, 0);
        String share = mutants == 0 ? "" : " (%.1f %%)".formatted(killed * 100.0 / mutants);
        return "%s: %d of %d twins killed, %d of %d mutants killed%s, %d equivalent; seed %d, %,d executions each%s"
                .formatted(
                        matrix.strategies().getFirst(),
                        matrix.killed(Kind.TWIN, 0),
                        matrix.prey(Kind.TWIN).size(),
                        killed,
                        mutants,
                        share,
                        matrix.prey(Kind.EQUIVALENT).size(),
                        matrix.seed(),
                        matrix.executions(),
                        matrix.completeness() == Completeness.COMPLETE ? "." : "; the budget ran out.");
    }

    /// The same as data.
    String json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("verdict", word(matrix.exitStatus()));
        object.put("exit", matrix.exitStatus().number());
        object.put("seed", matrix.seed());
        object.put("executions", matrix.executions());
        object.put("complete", matrix.completeness() == Completeness.COMPLETE);
        object.put("strategies", matrix.strategies());
        object.put("rows", rows());
        object.put("prey", matrix.prey().stream().map(this::json).toList());
        return Json.of(object);
    }

    private List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RuleId rule : matrix.rules()) {
            for (Kind kind : List.of(Kind.TWIN, Kind.MUTANT)) {
                List<Map<String, Object>> cells = new ArrayList<>();
                for (int strategy = 0; strategy < matrix.strategies().size(); strategy++) {
                    Cell cell = matrix.cell(kind, rule, strategy);
                    Map<String, Object> object = new LinkedHashMap<>();
                    object.put("strategy", matrix.strategies().get(strategy));
                    object.put("killed", cell.killed());
                    object.put("median", cell.median());
                    cells.add(object);
                }
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("rule", rule.text());
                row.put("kind", word(kind));
                row.put("cells", cells);
                rows.add(row);
            }
        }
        return rows;
    }

    private Map<String, @Nullable Object> json(Prey one) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", one.name());
        object.put("kind", word(one.kind()));
        object.put("rule", one.rule().map(RuleId::text).orElse(null));
        object.put("remark", one.remark());
        object.put("verdict", one.isKilled() ? "killed" : one.kind() == Kind.EQUIVALENT ? "equivalent" : "survived");
        List<Map<String, @Nullable Object>> hunts = new ArrayList<>();
        for (int i = 0; i < one.hunts().size(); i++) {
            Map<String, @Nullable Object> hunt = new LinkedHashMap<>();
            hunt.put("strategy", matrix.strategies().get(i));
            hunt.put("rule", one.hunts().get(i).rule().map(RuleId::text).orElse(null));
            hunt.put("executions", one.hunts().get(i).executions());
            hunts.add(hunt);
        }
        object.put("hunts", hunts);
        return object;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
