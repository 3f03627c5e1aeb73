package dev.yank.reports.dashboard;

import dev.yank.model.rule.RuleBook;
import dev.yank.reports.record.DriverRecord;
import dev.yank.reports.record.RunRecord;
import dev.yank.reports.text.Numbers;
import dev.yank.reports.text.PlainText;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

/// Which strategy caught the known-bad twins of which rule, and after how many executions.
final class KillMatrix {

    private static final String NOT_CAUGHT = "not caught";
    private static final double MISSED = -1;
    private static final int WIDTH = 900;
    private static final int HEIGHT_OF_A_ROW = 26;
    private static final int MARGIN = 80;

    private final List<String> rules;
    private final List<String> columns;
    private final List<DriverRecord> twins;

    private KillMatrix(List<DriverRecord> twins) {
        this.twins = twins;
        this.rules = RuleBook.rules().stream()
                .map(rule -> rule.id().text())
                .filter(rule -> twins.stream().anyMatch(twin -> twin.breaks().equals(rule)))
                .toList();
        TreeSet<String> strategies = new TreeSet<>();
        twins.forEach(twin -> strategies.add(column(twin)));
        strategies.remove(NOT_CAUGHT);
        this.columns = new ArrayList<>(strategies);
        columns.add(NOT_CAUGHT);
    }

    /// The picture; to be asked for only where there is a twin.
    static Picture of(RunRecord run, List<DriverRecord> twins) {
        return new KillMatrix(twins).picture(run.seed());
    }

    private static String column(DriverRecord twin) {
        return twin.isExpected() ? PlainText.line(twin.strategy()) : NOT_CAUGHT;
    }

    private Picture picture(long seed) {
        XYPlot plot = new XYPlot(cells(), axis("strategy", columns), axis("rule", rules.reversed()), new Blocks());
        plot.setDomainAxisLocation(AxisLocation.TOP_OR_LEFT);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        label(plot);
        JFreeChart chart = Look.chart(plot);
        return Svg.picture(
                "kill-matrix",
                "Kill matrix: rules and strategies",
                "In each cell: the median number of executions to the first finding, and in brackets how many known-bad"
                        + " twins of the rule that strategy of the portfolio caught, with seed " + seed
                        + ". The darker, the later.",
                chart,
                WIDTH,
                MARGIN + HEIGHT_OF_A_ROW * rules.size());
    }

    private static SymbolAxis axis(String label, List<String> symbols) {
        SymbolAxis axis = Look.axis(new SymbolAxis(label, symbols.toArray(new String[0])));
        axis.setGridBandsVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }

    private DefaultXYZDataset cells() {
        List<double[]> cells = new ArrayList<>();
        for (int row = 0; row < rules.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                List<Long> executions = executions(row, column);
                if (!executions.isEmpty()) {
                    double value =
                            columns.get(column).equals(NOT_CAUGHT) ? MISSED : Math.log10((double) median(executions));
                    cells.add(new double[] {column, rules.size() - 1 - row, value});
                }
            }
        }
        double[][] data = new double[3][cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            for (int axis = 0; axis < 3; axis++) {
                data[axis][i] = cells.get(i)[axis];
            }
        }
        DefaultXYZDataset dataset = new DefaultXYZDataset();
        dataset.addSeries("", data);
        return dataset;
    }

    private void label(XYPlot plot) {
        for (int row = 0; row < rules.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                List<Long> executions = executions(row, column);
                if (!executions.isEmpty()) {
                    String text = columns.get(column).equals(NOT_CAUGHT)
                            ? "✖ (" + executions.size() + ")"
                            : Numbers.whole(median(executions)) + " (" + executions.size() + ")";
                    XYTextAnnotation label = new XYTextAnnotation(text, column, rules.size() - 1.0 - row);
                    label.setFont(Look.text());
                    label.setPaint(Look.INK);
                    plot.addAnnotation(label);
                }
            }
        }
    }

    private List<Long> executions(int row, int column) {
        return twins.stream()
                .filter(twin -> twin.breaks().equals(rules.get(row)))
                .filter(twin -> column(twin).equals(columns.get(column)))
                .map(DriverRecord::toFirst)
                .sorted()
                .toList();
    }

    /// The lower one of two that are in the middle.
    static long median(List<Long> sorted) {
        return Math.max(1, sorted.get((sorted.size() - 1) / 2));
    }

    private static final class Blocks extends XYBlockRenderer {

        private static final long serialVersionUID = 1L;

        Blocks() {
            setBlockWidth(0.96);
            setBlockHeight(0.9);
            setPaintScale(new Shades());
        }
    }

    /// The later a twin was caught, the darker.
    private static final class Shades implements PaintScale {

        @Override
        public double getLowerBound() {
            return MISSED;
        }

        @Override
        public double getUpperBound() {
            return 9;
        }

        @Override
        public Color getPaint(double value) {
            if (value == MISSED) {
                return shade(Look.BAD, 0.35);
            }
            return shade(Look.ACCENT, Math.min(0.6, 0.1 + value * 0.1));
        }

        private static Color shade(Color color, double strength) {
            return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(strength * 255));
        }
    }
}
