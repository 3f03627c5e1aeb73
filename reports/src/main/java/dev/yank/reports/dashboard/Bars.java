package dev.yank.reports.dashboard;

import dev.yank.reports.text.Numbers;
import dev.yank.reports.text.PlainText;
import java.awt.Color;
import java.awt.Paint;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPosition;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.CategoryLabelWidthType;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.text.TextBlockAnchor;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/// Bars beside names, each as long as the order of magnitude of its number, with the number behind it.
final class Bars {

    private static final int WIDTH = 900;
    private static final int HEIGHT_OF_A_BAR = 22;
    private static final int MARGIN = 90;

    /// One bar.
    ///
    /// @param name the name beside it
    /// @param value its length, at least 1
    /// @param note what is said behind the number
    /// @param color its colour
    record Bar(String name, double value, String note, Color color) {}

    private Bars() {}

    static Picture of(String name, String title, String caption, String axis, List<Bar> bars) {
        DefaultCategoryDataset values = new DefaultCategoryDataset();
        bars.forEach(bar -> values.addValue(Math.max(1, bar.value()), "", PlainText.line(bar.name())));
        CategoryPlot plot =
                new CategoryPlot(values, Look.axis(new CategoryAxis()), Look.logarithmic(axis), new Painter(bars));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeGridlinePaint(Look.LINE);
        // Letters are as wide as the reader's machine has them: names begin below each other, wherever they end.
        plot.getDomainAxis()
                .setCategoryLabelPositions(CategoryLabelPositions.replaceLeftPosition(
                        CategoryLabelPositions.STANDARD,
                        new CategoryLabelPosition(
                                RectangleAnchor.LEFT,
                                TextBlockAnchor.CENTER_LEFT,
                                CategoryLabelWidthType.RANGE,
                                0.6f)));
        plot.getDomainAxis().setCategoryMargin(0.25);
        plot.getDomainAxis().setTickMarksVisible(false);
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        // Room for the numbers behind the bars.
        plot.getRangeAxis().setUpperBound(Math.max(10, most) * Math.pow(Math.max(10, most), 0.45));
        JFreeChart chart = Look.chart(plot);
        return Svg.picture(name, title, caption, chart, WIDTH, MARGIN + HEIGHT_OF_A_BAR * bars.size());
    }

    private static final class Painter extends BarRenderer {

        private static final long serialVersionUID = 1L;

        private final transient List<Bar> bars;

        Painter(List<Bar> bars) {
            this.bars = bars;
            setBarPainter(new StandardBarPainter());
            setShadowVisible(false);
            setDefaultItemLabelsVisible(true);
            setDefaultItemLabelFont(Look.text());
            setDefaultItemLabelPaint(Look.INK);
            setDefaultPositiveItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
            setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator() {
                private static final long serialVersionUID = 1L;

                @Override
                public String generateLabel(CategoryDataset dataset, int row, int column) {
                    Bar bar = bars.get(column);
                    return Numbers.rounded(bar.value())
                            + (bar.note().isEmpty() ? "" : "  " + PlainText.line(bar.note()));
                }
            });
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return bars.get(column).color();
        }
    }
}
