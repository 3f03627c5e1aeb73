package dev.yank.harness.linux;

import dev.yank.harness.linux.Action.Effect;
import dev.yank.harness.linux.guest.AgentOperation.Code;
import dev.yank.model.spec.node.NodeOperation.Distance;
import java.util.List;

/// Programs as one can run them without a host that helps: instead of pulling the plug the bus forgets the device, and
/// instead of plugging it in the bus looks for it again.
final class HandMade {

    private static final String ADD = "device_add ";

    private HandMade() {}

    /// The program without errands of the host.
    static NodeProgram of(NodeProgram program, Subject subject) {
        return new NodeProgram(program.processes().stream()
                .map(steps -> steps.stream().map(step -> of(step, subject)).toList())
                .toList());
    }

    private static Step of(Step step, Subject subject) {
        if (step.action().code() != Code.HOST) {
            return step;
        }
        Effect effect = step.action().effect();
        Action instead = subject.actions(effect, Distance.REMOVED).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(subject.name() + " cannot do without the host."));
        return new Step(instead, step.handle(), step.made(), step.after(), step.delayMicroseconds());
    }

    /// What a guest needs first, but for the devices that it has from the beginning.
    static List<Action> preparation(Subject subject) {
        return subject.preparation().stream()
                .filter(action -> action.code() != Code.HOST)
                .toList();
    }

    /// The devices that it needs beside those of every guest, as on QEMU's command line.
    static List<String> devices(Subject subject) {
        return subject.preparation().stream()
                .filter(action -> action.code() == Code.HOST)
                .map(action -> subject.strings().get((int) action.argument()))
                .filter(errand -> errand.startsWith(ADD))
                .map(errand -> errand.substring(ADD.length()))
                .toList();
    }
}
