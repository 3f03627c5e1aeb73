package dev.yank.reports.dashboard;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;

/// Draws charts as SVG. The colours of [Look] become variables, so that the same picture is light or dark.
final class Svg {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    /// A colour of [Look], the variable that the pages call it by, and its light and its dark form.
    private record Shade(Color color, String variable, String light, String dark) {}

    private static final Shade[] SHADES = {
        new Shade(Look.PAPER, "paper", "#ffffff", "#14161a"),
        new Shade(Look.INK, "ink", "#1a1c20", "#e8eaee"),
        new Shade(Look.FAINT, "faint", "#5b6270", "#a3abb8"),
        new Shade(Look.LINE, "line", "#d3d7de", "#3a404b"),
        new Shade(Look.ACCENT, "accent", "#0072b2", "#56b4e9"),
        new Shade(Look.GOOD, "good", "#00775a", "#4cc9a4"),
        new Shade(Look.BAD, "bad", "#b23c00", "#ff8a4c"),
    };

    private Svg() {}

    /// Draws a chart.
    ///
    /// @param name tells its parts from those of other pictures in the same page
    static Picture picture(String name, String title, String caption, JFreeChart chart, int width, int height) {
        String drawing = drawing(name, chart, width, height);
        String start = "<svg xmlns=\"" + NAMESPACE + "\" class=\"chart\" role=\"img\" aria-label=\"" + title
                + "\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width + "\" height=\"" + height + "\">";
        String inline = start + "<style>" + rules() + "</style>" + drawing + "</svg>\n";
        String alone = start + "<style>" + variables() + rules() + "</style>" + drawing + "</svg>\n";
        return new Picture(name, title, caption, alone, inline);
    }

    private static String drawing(String name, JFreeChart chart, int width, int height) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setComment(null);
            context.setIDGenerator(new SVGIDGenerator() {
                @Override
                public String generateID(String prefix) {
                    return name + "-" + super.generateID(prefix);
                }
            });
            var graphics = new SVGGraphics2D(context, false);
            graphics.setSVGCanvasSize(new Dimension(width, height));
            chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
            var out = new StringWriter();
            graphics.stream(out, false);
            return content(out.toString());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is inside the outermost element, with the attributes that are inherited from it.
    private static String content(String svg) {
        int open = svg.indexOf("<svg");
        int inside = svg.indexOf('>', open) + 1;
        String body = svg.substring(inside, svg.lastIndexOf("</svg"));
        return "<g fill=\"black\" stroke=\"black\" stroke-linecap=\"square\" stroke-miterlimit=\"10\">"
                + body.replace("font-family=\"'SansSerif'\"", "")
                        .replace("font-family=\"'Monospaced'\"", "class=\"code\"")
                        .replaceAll("\\s+\\n\\s*", "\n")
                + "</g>";
    }

    private static String rules() {
        var rules = new StringBuilder(".chart { font: 12px system-ui, 'DejaVu Sans', sans-serif; max-width: 100%;"
                + " height: auto } .chart .code { font-family: ui-monospace, 'DejaVu Sans Mono', monospace }");
        Map<String, String> known = new LinkedHashMap<>();
        for (Shade shade : SHADES) {
            known.put(
                    "rgb(" + shade.color().getRed() + "," + shade.color().getGreen() + ","
                            + shade.color().getBlue() + ")",
                    shade.variable());
        }
        known.forEach((color, variable) -> {
            rules.append(" .chart [fill=\"")
                    .append(color)
                    .append("\"] { fill: var(--")
                    .append(variable)
                    .append(") }");
            rules.append(" .chart [stroke=\"")
                    .append(color)
                    .append("\"] { stroke: var(--")
                    .append(variable)
                    .append(") }");
        });
        return rules.toString();
    }

    private static String variables() {
        var light = new StringBuilder("svg {");
        var dark = new StringBuilder(" @media (prefers-color-scheme: dark) { svg {");
        for (Shade shade : SHADES) {
            light.append(" --")
                    .append(shade.variable())
                    .append(": ")
                    .append(shade.light())
                    .append(';');
            dark.append(" --")
                    .append(shade.variable())
                    .append(": ")
                    .append(shade.dark())
                    .append(';');
        }
        return light.append(" }").append(dark).append(" } } ").toString();
    }
}
