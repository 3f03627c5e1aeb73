package dev.yank.harness.run;

import java.nio.file.Path;
import java.util.List;

/// A page that was made from results.
///
/// @param page the file to open
/// @param remarks what is missing in it, one sentence each; empty where nothing is
public record ReportPage(Path page, List<String> remarks) {

    /// Copies the remarks.
    public ReportPage(Path page, List<String> remarks) {
        this.page = page;
        this.remarks = List.copyOf(remarks);
    }
}
