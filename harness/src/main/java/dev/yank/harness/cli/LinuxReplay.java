package dev.yank.harness.cli;

import dev.yank.harness.linux.Campaign;
import dev.yank.harness.linux.ProgramToken;
import dev.yank.harness.linux.Reliability;
import dev.yank.harness.linux.guest.Image;
import dev.yank.harness.linux.guest.Preparation;
import dev.yank.harness.linux.guest.RunFolder;
import dev.yank.harness.run.ExitStatus;
import java.io.PrintWriter;
import java.nio.file.Path;

/// `yank replay` of a program of the target linux: no execution can be repeated there, so the program is performed
/// several times,
/// each time from the snapshot, and it is said how often it shows what it showed.
final class LinuxReplay {

    private static final int TIMES = 5;

    private LinuxReplay() {}

    static int run(String text, Path cache, PrintWriter out) {
        ProgramToken token = ProgramToken.parse(text);
        Image image =
                new Preparation(token.flavour(), Guests.cache(cache), Guests.agent(), LinuxStress.silent()).ready();
        out.print(token.program());
        Reliability reliability = Campaign.repeat(
                image,
                token.subject(),
                token.program(),
                token.signature(),
                TIMES,
                RunFolder.in(Reports.writable(Path.of("")).resolve("linux")));
        out.printf(
                "%s: %s runs on Linux %s%n", token.signature().orElse("any rule broken"), reliability, image.release());
        return (reliability.shown() > 0 ? ExitStatus.VIOLATION : ExitStatus.AS_EXPECTED).number();
    }
}
