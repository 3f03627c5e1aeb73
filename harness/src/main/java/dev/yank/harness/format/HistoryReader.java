package dev.yank.harness.format;

import java.io.IOException;
import java.io.Reader;

/// Reads one format.
interface HistoryReader {

    /// Hands on op maps in the order of the file, as they are read.
    ///
    /// @param file the name of the file, for sentences
    /// @throws MalformedHistoryException at the first line that is not as expected
    void read(String file, Reader text, OpConsumer consumer) throws IOException, MalformedHistoryException;

    /// Takes op maps.
    interface OpConsumer {
        /// Takes the next one.
        void accept(OpMap op) throws MalformedHistoryException;
    }
}
