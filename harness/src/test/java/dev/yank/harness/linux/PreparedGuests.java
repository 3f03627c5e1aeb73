package dev.yank.harness.linux;

import dev.yank.harness.linux.guest.PreparationLog;
import java.nio.file.Path;

/// The guests of this machine, for tests that need real ones.
final class PreparedGuests implements PreparationLog {

    /// Where they are: `-Dyank.linux.cache=DIR`, or where Yank keeps them.
    static Path cache() {
        String usual = Path.of(System.getProperty("user.home"), ".cache", "yank", "linux")
                .toString();
        return Path.of(System.getProperty("yank.linux.cache", usual));
    }

    /// The sources of the agent.
    static Path agent() {
        return Path.of(System.getProperty("yank.home"), "drivers-under-test", "linux-agent");
    }

    @Override
    public void begins(String what) {}

    @Override
    public void done(String how) {}
}
