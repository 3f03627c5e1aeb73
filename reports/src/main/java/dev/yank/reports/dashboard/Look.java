package dev.yank.reports.dashboard;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/// Colours, letters and lines of all pictures. The colours are those of Okabe and Ito; each stands for one of
/// [Svg], which has a light and a dark form of it.
final class Look {

    static final Color PAPER = new Color(254, 255, 255);
    static final Color INK = new Color(26, 28, 32);
    static final Color FAINT = new Color(91, 98, 112);
    static final Color LINE = new Color(211, 215, 222);
    static final Color ACCENT = new Color(0, 114, 178);
    static final Color GOOD = new Color(0, 119, 90);
    static final Color BAD = new Color(178, 60, 0);

    /// For lines that are told apart, with [#stroke].
    static final List<Color> SERIES = List.of(
            ACCENT,
            new Color(213, 94, 0),
            new Color(0, 158, 115),
            new Color(204, 121, 167),
            new Color(181, 137, 0),
            new Color(122, 128, 140));

    /// Each colour is used with one stroke first and with the next afterwards, so that nothing is said by
    /// colour alone.
    private static final List<float[]> DASHES =
            List.of(new float[] {}, new float[] {7, 4}, new float[] {2, 3}, new float[] {9, 3, 2, 3});

    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font CODE = new Font(Font.MONOSPACED, Font.PLAIN, 11);

    private Look() {}

    static Color series(int number) {
        return SERIES.get(number % SERIES.size());
    }

    static Stroke stroke(int number) {
        float[] dash = DASHES.get(number % DASHES.size());
        return dash.length == 0
                ? new BasicStroke(2)
                : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    static Font text() {
        return TEXT;
    }

    static Font code() {
        return CODE;
    }

    static NumberFormat numbers() {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    /// A logarithmic axis with whole numbers, from 1.
    static LogAxis logarithmic(String label) {
        LogAxis axis = new LogAxis(label);
        axis.setBase(10);
        axis.setSmallestValue(0.5);
        axis.setStandardTickUnits(new NumberTickUnitSource(true, numbers()));
        axis.setNumberFormatOverride(numbers());
        axis.setLowerBound(0.8);
        return axis(axis);
    }

    static <A extends Axis> A axis(A axis) {
        axis.setLabelFont(TEXT);
        axis.setLabelPaint(FAINT);
        axis.setTickLabelFont(axis instanceof CategoryAxis ? CODE : TEXT);
        axis.setTickLabelPaint(INK);
        axis.setAxisLinePaint(LINE);
        axis.setTickMarkPaint(LINE);
        if (axis instanceof NumberAxis numbers) {
            numbers.setMinorTickMarksVisible(false);
        }
        return axis;
    }

    /// A chart around a plot.
    static JFreeChart chart(Plot plot) {
        plot.setBackgroundPaint(PAPER);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(8, 8, 8, 16));
        JFreeChart chart = new JFreeChart(null, TEXT, plot, false);
        chart.setBackgroundPaint(PAPER);
        chart.setPadding(new RectangleInsets(8, 8, 8, 8));
        return chart;
    }

    static void legend(JFreeChart chart) {
        LegendTitle legend = new LegendTitle(chart.getPlot());
        legend.setItemFont(CODE);
        legend.setItemPaint(INK);
        legend.setBackgroundPaint(PAPER);
        legend.setPosition(RectangleEdge.BOTTOM);
        chart.addLegend(legend);
    }
}
