package dev.yank.reports.pages;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Fills templates, with the style of all pages. Every text is escaped.
///
/// A page needs no other file and asks for none: its own policy forbids it, and lets no script run but
/// those of the template.
public final class Pages {

    private static final Configuration CONFIGURATION = configuration();

    private Pages() {}

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(Pages.class, "");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }

    /// A page.
    ///
    /// @param name the name of a template beside this class, and of its script, without their endings
    /// @param model what it is filled with: records, lists, texts, numbers
    public static String page(String name, Map<String, ?> model) {
        try {
            Map<String, Object> all = new LinkedHashMap<>(model);
            String script = resource(name + ".js") + resource("theme.js");
            all.put("style", resource("style.css"));
            all.put("script", script);
            all.put("policy", policy(script));
            Template page = CONFIGURATION.getTemplate(name + ".ftlh");
            StringWriter out = new StringWriter();
            page.process(all, out);
            return out.toString();
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException(
                    "The template " + name + " cannot be filled: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    private static String policy(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action"
                    + " 'none'; script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
