package dev.yank.reports.dashboard;

import dev.yank.harness.coverage.GrowthPoint;
import dev.yank.reports.record.DriverRecord;
import dev.yank.reports.text.PlainText;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// How much more was seen the longer drivers were tried: where a line is flat, more budget no longer pays.
final class CoverageGrowth {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 460;

    private CoverageGrowth() {}

    static Picture of(
            String name, String title, String axis, List<DriverRecord> drivers, ToLongFunction<GrowthPoint> seen) {
        XYSeriesCollection lines = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        for (int i = 0; i < drivers.size(); i++) {
            XYSeries line = new XYSeries(PlainText.line(drivers.get(i).name()));
            drivers.get(i).growth().stream()
                    .filter(point -> point.executions() > 0)
                    .forEach(point ->
                            line.add((double) point.executions(), (double) Math.max(1, seen.applyAsLong(point))));
            lines.addSeries(line);
            renderer.setSeriesPaint(i, Look.series(i));
            renderer.setSeriesStroke(i, Look.stroke(i));
        }
        XYPlot plot = new XYPlot(lines, Look.logarithmic("executions"), Look.logarithmic(axis), renderer);
        plot.setDomainGridlinePaint(Look.LINE);
        plot.setRangeGridlinePaint(Look.LINE);
        JFreeChart chart = Look.chart(plot);
        Look.legend(chart);
        return Svg.picture(
                name,
                title,
                "Where a line is flat, more executions show nothing new. Shown are the drivers that were tried"
                        + " longest.",
                chart,
                WIDTH,
                HEIGHT);
    }
}
