package dev.yank.harness.linux;

import dev.yank.harness.linux.guest.AgentOperation.Position;
import dev.yank.harness.linux.guest.AgentRun;
import dev.yank.harness.linux.guest.Image;
import dev.yank.harness.linux.guest.VirtualMachine;
import java.nio.file.Path;
import java.util.List;

/// Has a real guest perform one program, as the first that it performs, and keeps all that judges are told of it.
final class GuestRecorder {

    private GuestRecorder() {}

    /// @param folder for the files of the guest
    static RecordedRun record(Image image, ProgramToken token, Path folder) {
        Subject subject = token.subject();
        try (VirtualMachine guest = VirtualMachine.load(image, folder)) {
            guest.resume();
            guest.settle(subject.strings(), KernelLog.HARMLESS, subject.patience());
            prepare(guest, subject);
            guest.submit(token.program().operations(subject));
            AgentRun run = guest.collect(subject.patience());
            String log = run.end() == AgentRun.End.DONE ? "" : guest.news();
            return new RecordedRun(token, image.release(), run, log);
        }
    }

    private static void prepare(VirtualMachine guest, Subject subject) {
        if (subject.preparation().isEmpty()) {
            return;
        }
        guest.submit(List.of(subject.preparation().stream()
                .map(action -> new Step(action, 0, 0, Position.NONE, 0).operation())
                .toList()));
        if (guest.collect(subject.patience()).end() == AgentRun.End.WARNED) {
            guest.news();
            guest.goOn();
        }
    }
}
