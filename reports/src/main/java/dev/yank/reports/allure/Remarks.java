package dev.yank.reports.allure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Goes on where something cannot be shown or written, and remembers what is missing.
final class Remarks {

    /// Something that may fail.
    @FunctionalInterface
    interface Attempt {

        /// Makes the attempt.
        void make() throws IOException;
    }

    private final List<String> sentences = new ArrayList<>();

    /// Makes an attempt. A renderer that breaks must not take the rest of the results with it, whatever it
    /// throws.
    ///
    /// @param what is missing where it fails, such as `The timeline of canary`
    /// @return whether it succeeded
    boolean attempt(String what, Attempt attempt) {
        try {
            attempt.make();
            return true;
        } catch (IOException e) {
            sentences.add(String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            sentences.add(what + " is missing, because making it failed with "
                    + e.toString().replaceFirst("\\.$", "") + ".");
        }
        return false;
    }

    /// Says what is missing, if anything is.
    ///
    /// @throws IOException with the first sentence, and how many more there are
    void report() throws IOException {
        if (!sentences.isEmpty()) {
            int more = sentences.size() - 1;
            throw new IOException(sentences.getFirst() + (more == 0 ? "" : " (and " + more + " more like it)"));
        }
    }
}
