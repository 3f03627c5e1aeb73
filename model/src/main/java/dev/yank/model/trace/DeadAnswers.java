package dev.yank.model.trace;

import dev.yank.model.rule.Errno;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.QueuedEvents;

/// What an operation may answer that begins after remove has returned, by policy knobs P1, P2 and P8.
final class DeadAnswers {

    private final Policy policy;

    DeadAnswers(Policy policy) {
        this.policy = policy;
    }

    /// Whether the driver may leave `entryPoint` with `result`: a value or a negative errno.
    boolean allow(EntryPoint entryPoint, int result) {
        return switch (entryPoint) {
            case OPEN, MMAP -> result < 0;
            case FLUSH, RELEASE, SUSPEND, RESUME, ERROR_DETECTED -> true;
            case POLL -> result == policy.deadPoll().mask();
            case READ -> allowedByDeadAnswer(entryPoint, result) || deliversQueued(result);
            case WRITE, IOCTL -> allowedByDeadAnswer(entryPoint, result);
        };
    }

    private boolean deliversQueued(int result) {
        return policy.queuedEvents() == QueuedEvents.DELIVER_THEN_DEAD && result >= 0;
    }

    private boolean allowedByDeadAnswer(EntryPoint entryPoint, int result) {
        return switch (policy.deadAnswer()) {
            case ENODEV -> result == -Errno.ENODEV.number();
            case ENXIO -> result == -Errno.ENXIO.number();
            case EIO -> result == -Errno.EIO.number();
            case OK_NUMB -> result >= 0;
            case EOF -> entryPoint == EntryPoint.READ ? result == 0 : result == -Errno.EIO.number();
            case ENODEV_OR_FAKE_SUCCESS -> result >= 0 || result == -Errno.ENODEV.number();
            case ENXIO_VOID_NUMB -> result == -Errno.ENXIO.number() || (entryPoint == EntryPoint.IOCTL && result == 0);
        };
    }

    /// What `entryPoint` should have answered, in words.
    String expected(EntryPoint entryPoint) {
        return switch (entryPoint) {
            case OPEN, MMAP -> "an error";
            case FLUSH, RELEASE, SUSPEND, RESUME, ERROR_DETECTED -> "anything";
            case POLL -> policy.deadPoll().mask() + " (" + policy.deadPoll() + ")";
            case READ, WRITE, IOCTL -> policy.deadAnswer().toString();
        };
    }
}
