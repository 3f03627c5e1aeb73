package dev.yank.harness.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/// A table as wide as its cells need.
final class Table {

    /// On which side of a column its cells are.
    enum Side {
        LEFT,
        RIGHT
    }

    private static final int GAP = 2;

    private final List<Side> sides = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));

    /// A column more.
    Table column(String heading, Side side) {
        sides.add(side);
        rows.getFirst().add(heading);
        return this;
    }

    /// A row more, with a cell for each column.
    void row(String... cells) {
        if (cells.length != sides.size()) {
            throw new IllegalArgumentException(
                    "The table has " + sides.size() + " columns, but the row " + cells.length + " cells.");
        }
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < sides.size(); column++) {
            int number = column;
            widths.add(rows.stream()
                    .mapToInt(row -> row.get(number).length())
                    .max()
                    .orElse(0));
        }
        TextTable table = TextTable.forColumns(
                Help.defaultColorScheme(Ansi.OFF),
                widths.stream()
                        .map(width -> new Column(width + GAP, 0, Overflow.SPAN))
                        .toArray(Column[]::new));
        add(table, widths, rows.getFirst());
        add(table, widths, widths.stream().map("-"::repeat).toList());
        rows.stream().skip(1).forEach(row -> add(table, widths, row));
        return table.toString();
    }

    private void add(TextTable table, List<Integer> widths, List<String> row) {
        String[] cells = new String[row.size()];
        for (int column = 0; column < cells.length; column++) {
            String cell = row.get(column);
            String blanks = " ".repeat(widths.get(column) - cell.length());
            cells[column] = sides.get(column) == Side.RIGHT ? blanks + cell : cell;
        }
        table.addRowValues(cells);
    }
}
