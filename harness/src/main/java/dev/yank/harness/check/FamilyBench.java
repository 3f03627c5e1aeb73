package dev.yank.harness.check;

import dev.yank.harness.check.CostPlot.Point;
import dev.yank.harness.check.RegisterHistories.Shape;
import dev.yank.model.spec.classic.Keyed;
import dev.yank.model.spec.classic.Nil;
import dev.yank.model.spec.classic.RegisterSpec;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// Measures the checker on generated histories of registers: in each family one dimension grows.
public final class FamilyBench {

    private static final Duration ENOUGH = Duration.ofMillis(1500);
    private static final int BAR = 40;

    /// A bar of full length is a millisecond an operation.
    private static final int BAR_DECADES = 6;

    private final PrintWriter out;
    private final CostPlot plot = new CostPlot();

    /// @param out where the tables go
    public FamilyBench(PrintWriter out) {
        this.out = out;
    }

    /// Measures every family.
    ///
    /// @return a plot of the cost of an operation against the size, as SVG
    public String measure() {
        family(
                "length, 10 processes, 1000 registers",
                "operations",
                Shape::operations,
                IntStream.of(1000, 10_000, 100_000, 1_000_000)
                        .mapToObj(length -> new Shape(length, 10, 1000, 0, 100))
                        .toList());
        family(
                "length, 10 processes, one register",
                "operations",
                Shape::operations,
                IntStream.of(1000, 10_000, 100_000, 1_000_000)
                        .mapToObj(length -> new Shape(length, 10, 1, 0, 100))
                        .toList());
        family(
                "processes, 5000 operations, one register",
                "processes",
                Shape::processes,
                IntStream.of(1, 2, 5, 10, 15, 20)
                        .mapToObj(processes -> new Shape(5000, processes, 1, 0, 100))
                        .toList());
        family(
                "lost operations of a thousand, 400 operations, 5 processes, one register",
                "lost of a thousand",
                Shape::lostPerMille,
                IntStream.of(0, 10, 20, 50, 80, 120)
                        .mapToObj(lost -> new Shape(400, 5, 1, lost, 100))
                        .toList());
        family(
                "place of the violation in percent, 5000 operations, 5 processes, one register",
                "percent",
                Shape::violationAt,
                IntStream.of(1, 25, 50, 75, 99)
                        .mapToObj(percent -> new Shape(5000, 5, 1, 0, percent))
                        .toList());
        return plot.svg();
    }

    private void family(String title, String dimension, ToIntFunction<Shape> size, List<Shape> shapes) {
        out.println(title);
        List<Point> points = new ArrayList<>();
        for (Shape shape : shapes) {
            Cost cost = Cost.of(new Keyed<>(RegisterSpec.etcd(Nil.NIL)), RegisterHistories.of(shape), ENOUGH);
            double nanos = cost.millis() * 1e6 / shape.operations();
            points.add(new Point(size.applyAsInt(shape), nanos, cost.allocatedKiB() * 1024.0 / shape.operations()));
            out.printf(
                    Locale.ROOT,
                    "%,10d %-7s %,11.3f ms %,10d KiB allocated %,5d MiB peak %,8.0f ns an operation  %s%n",
                    size.applyAsInt(shape),
                    cost.answer(),
                    cost.millis(),
                    cost.allocatedKiB(),
                    cost.peakMiB(),
                    nanos,
                    "#".repeat((int) Math.clamp(BAR * Math.log10(Math.max(1, nanos)) / BAR_DECADES, 1, BAR)));
            out.flush();
        }
        out.printf(Locale.ROOT, "(each # is a factor of %.2f)%n%n", Math.pow(10, (double) BAR_DECADES / BAR));
        plot.add(title, dimension, points);
    }
}
