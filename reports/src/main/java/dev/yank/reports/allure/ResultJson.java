package dev.yank.reports.allure;

import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads what test runs have left, and refuses what is damaged.
final class ResultJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private ResultJson() {}

    /// A result.
    ///
    /// @throws IOException where the file cannot be read or is no result
    static TestResult result(Path file) throws IOException {
        TestResult result = read(file, TestResult.class);
        // The name of a file is made of it.
        boolean isNamed = result.getUuid() != null && result.getUuid().matches("[A-Za-z0-9-]{1,64}");
        if (!isNamed || result.getName() == null || isUnfinished(result)) {
            throw new IOException("it lacks a name, a status or a time");
        }
        return result;
    }

    private static boolean isUnfinished(TestResult item) {
        return item.getStatus() == null || item.getStart() == null || item.getStop() == null;
    }

    /// What surrounds some tests.
    ///
    /// @throws IOException where the file cannot be read or is no container
    static TestResultContainer container(Path file) throws IOException {
        return read(file, TestResultContainer.class);
    }

    private static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            T value = JSON.readValue(Files.readString(file), type);
            if (value == null) {
                throw new IOException("it is empty");
            }
            return value;
        } catch (JacksonException e) {
            throw new IOException("it is not the JSON that was expected", e);
        }
    }
}
