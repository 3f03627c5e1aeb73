package dev.yank.harness.instrument;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Drivers compiled from text during a test, each into a folder of its own.
final class CompiledDriver {

    private CompiledDriver() {}

    /// @param body the source of `package com.example;` without that line; lines count from its first
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
        List<String> options = List.of(
                "-d",
                folder.toString(),
                "-g",
                "-proc:none",
                "-nowarn",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + folder);
        Boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, options, null, List.of(source))
                .call();
        if (!compiled) {
            throw new AssertionError(messages);
        }
        return folder;
    }

    static InstrumentingClassLoader loader(Path... classPath) {
        return new InstrumentingClassLoader(
                "driver", DriverCode.onClassPath(List.of(classPath), new RecordingLoader()));
    }

    static Path jar(Path jar, Path folder, String... classNames) {
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String className : classNames) {
                String entry = className.replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(entry));
                out.write(Files.readAllBytes(folder.resolve(entry)));
                out.closeEntry();
            }
            return jar;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
