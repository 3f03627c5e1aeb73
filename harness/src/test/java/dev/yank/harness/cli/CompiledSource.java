package dev.yank.harness.cli;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// A driver as a user would compile it.
final class CompiledSource {

    private CompiledSource() {}

    /// Compiles a class.
    ///
    /// @param body the source of a class of `package com.example;` without that line
    /// @return the folder, which now holds the class
    static Path compile(Path folder, String className, String body) {
        var source =
                new SimpleJavaFileObject(
                        URI.create("string:///com/example/" + className + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return "package com.example; " + body;
                    }
                };
        var messages = new StringWriter();
        List<String> options =
                List.of("-d", folder.toString(), "-g", "-proc:none", "-cp", System.getProperty("java.class.path"));
        if (!ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, options, null, List.of(source))
                .call()) {
            throw new AssertionError(messages);
        }
        return folder;
    }
}
