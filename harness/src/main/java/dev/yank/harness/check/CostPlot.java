package dev.yank.harness.check;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Plots cost against size as SVG: a chart for each family of histories, with the time and the allocations of an
/// operation on a logarithmic scale.
final class CostPlot {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 240;
    private static final int LEFT = 70;
    private static final int RIGHT = 620;
    private static final int TOP = 40;
    private static final int BOTTOM = 190;

    /// The scale of the costs: from 1 to 10 to the 7.
    private static final int DECADES = 7;

    private final List<String> charts = new ArrayList<>();

    /// One history of a family.
    ///
    /// @param size what grows
    /// @param nanos the time of an operation
    /// @param bytes the allocations of an operation
    record Point(int size, double nanos, double bytes) {}

    /// Adds a chart.
    void add(String title, String dimension, List<Point> points) {
        StringBuilder svg = new StringBuilder();
        int offset = charts.size() * HEIGHT;
        svg.append("<g transform='translate(0 ").append(offset).append(")'>\n");
        text(svg, LEFT, TOP - 16, "start", title);
        for (int decade = 0; decade <= DECADES; decade++) {
            int y = y(Math.pow(10, decade));
            svg.append("<path d='M")
                    .append(LEFT)
                    .append(' ')
                    .append(y)
                    .append('H')
                    .append(RIGHT);
            svg.append("' stroke='#ddd'/>\n");
            text(svg, LEFT - 8, y + 4, "end", decade == 0 ? "1" : "10^" + decade);
        }
        for (int i = 0; i < points.size(); i++) {
            text(
                    svg,
                    x(i, points.size()),
                    BOTTOM + 18,
                    "middle",
                    String.format(Locale.ROOT, "%,d", points.get(i).size()));
        }
        text(svg, (LEFT + RIGHT) / 2, BOTTOM + 36, "middle", dimension);
        line(svg, points.stream().mapToDouble(Point::nanos).toArray(), "#1b6ac9");
        line(svg, points.stream().mapToDouble(Point::bytes).toArray(), "#c96a1b");
        charts.add(svg.append("</g>\n").toString());
    }

    /// The whole picture.
    String svg() {
        int height = charts.size() * HEIGHT + 30;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height);
        svg.append("' font-family='sans-serif' font-size='12'>\n<rect width='100%' height='100%' fill='white'/>\n");
        charts.forEach(svg::append);
        text(svg, LEFT, height - 10, "start", "blue: nanoseconds an operation; orange: bytes allocated an operation");
        return svg.append("</svg>\n").toString();
    }

    private static void line(StringBuilder svg, double[] values, String colour) {
        svg.append("<path fill='none' stroke-width='2' stroke='").append(colour).append("' d='");
        for (int i = 0; i < values.length; i++) {
            svg.append(i == 0 ? 'M' : 'L')
                    .append(x(i, values.length))
                    .append(' ')
                    .append(y(values[i]));
        }
        svg.append("'/>\n");
        for (int i = 0; i < values.length; i++) {
            svg.append("<circle r='3' fill='").append(colour).append("' cx='").append(x(i, values.length));
            svg.append("' cy='").append(y(values[i])).append("'/>\n");
        }
    }

    private static int x(int place, int count) {
        return LEFT + 20 + (RIGHT - LEFT - 40) * place / Math.max(1, count - 1);
    }

    private static int y(double value) {
        double share = Math.clamp(Math.log10(Math.max(1, value)) / DECADES, 0, 1);
        return (int) Math.round(BOTTOM - (BOTTOM - TOP) * share);
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
        @Var String safe = text.replace("&", "&amp;");
        safe = safe.replace("<", "&lt;");
        svg.append("<text x='")
                .append(x)
                .append("' y='")
                .append(y)
                .append("' text-anchor='")
                .append(anchor);
        svg.append("'>").append(safe).append("</text>\n");
    }
}
