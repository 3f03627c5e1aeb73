package dev.yank.harness.linux;

import dev.yank.harness.linux.guest.AgentOperation.Position;
import dev.yank.harness.linux.guest.Architecture;
import dev.yank.harness.linux.guest.Flavour;
import dev.yank.harness.linux.guest.Image;
import dev.yank.harness.linux.guest.KernelLine;
import dev.yank.harness.linux.guest.Patience;
import java.nio.file.Path;
import java.util.List;

/// Performs a program twice in whatever the path has for QEMU, with little patience, and says how that went.
final class SilentGuestSession {

    private static final Patience LITTLE = new Patience(100, 200);

    private SilentGuestSession() {}

    /// Performs it.
    ///
    /// @param arguments the folder of guests, the folder for the files of running ones
    public static void main(String[] arguments) {
        var flavour = new Flavour(Architecture.ARM64, KernelLine.numbered("6.1"));
        var image = new Image(flavour, Path.of(arguments[0]), "6.1.0-fake (6.1.0-1)");
        Subject usual = Subjects.named("pl061");
        var subject = new Subject(
                usual.name(),
                usual.architecture(),
                usual.policy(),
                usual.strings(),
                usual.actions(),
                usual.preparation(),
                usual.openings(),
                LITTLE);
        var program = new NodeProgram(List.of(List.of(new Step(subject.action("unbind"), 0, 0, Position.NONE, 0))));
        try (var session = new GuestSession(image, subject, Path.of(arguments[1]))) {
            for (int i = 0; i < 2; i++) {
                Sighting seen = session.perform(program);
                System.out.println(seen.end() + ", " + seen.accusations().size() + " accusations, " + session.starts()
                        + " starts");
            }
        }
    }
}
