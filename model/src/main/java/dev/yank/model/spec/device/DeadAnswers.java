package dev.yank.model.spec.device;

import dev.yank.model.rule.DeadAnswer;
import dev.yank.model.rule.DeadMapping;
import dev.yank.model.rule.DeadPoll;
import dev.yank.model.rule.Errno;
import dev.yank.model.rule.Policy;
import dev.yank.model.spec.device.DeviceOperation.Access;
import dev.yank.model.spec.device.DeviceOperation.DirectionInput;
import dev.yank.model.spec.device.DeviceOperation.DirectionOutput;
import dev.yank.model.spec.device.DeviceOperation.Factorial;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.ReadEvent;
import dev.yank.model.spec.device.DeviceOperation.SetLine;
import dev.yank.model.spec.device.DeviceOperation.Transfer;
import dev.yank.model.spec.device.DeviceOperation.Write;
import java.util.List;
import java.util.stream.Stream;

/// What an access through a dead handle answers, by policies P1 and P2. Numb devices have a table of their
/// own.
final class DeadAnswers {

    private static final Response DONE = Effects.DONE;
    private static final Response EFAULT = Response.failed(Errno.EFAULT);
    private static final Response EIO = Response.failed(Errno.EIO);
    private static final Response ENODEV = Response.failed(Errno.ENODEV);
    private static final Response ENOENT = Response.failed(Errno.ENOENT);
    private static final Response ENXIO = Response.failed(Errno.ENXIO);

    private final List<Response> toRead;
    private final List<Response> toWrite;
    private final List<Response> toVoid;
    private final List<Response> toRest;
    private final List<Response> toPoll;
    private final boolean fakesSuccess;

    /// Refuses the numb answer.
    ///
    /// @throws IllegalArgumentException if the policy is numb
    DeadAnswers(Policy policy) {
        this.toRest = rest(policy.deadAnswer());
        List<Response> toRead = policy.deadAnswer() == DeadAnswer.EOF ? List.of(DONE) : toRest;
        this.toRead = throughMapping(policy.deadMapping(), toRead);
        this.toWrite = throughMapping(policy.deadMapping(), toRest);
        this.toVoid = policy.deadAnswer() == DeadAnswer.ENXIO_VOID_NUMB ? List.of(DONE) : toRest;
        this.toPoll = poll(policy.deadPoll());
        this.fakesSuccess = policy.deadAnswer() == DeadAnswer.ENODEV_OR_FAKE_SUCCESS;
    }

    List<Response> to(Access access) {
        return switch (access) {
            case Read _, ReadEvent _ -> toRead;
            case SetLine _ -> toVoid;
            case Poll _ -> toPoll;
            case Transfer(Handle _, int bytes) -> fakesSuccess ? List.of(ENODEV, DONE, Response.done(bytes)) : toRest;
            case Write _ -> toWrite;
            case DirectionInput _, DirectionOutput _, GetLine _, Factorial _ -> toRest;
        };
    }

    /// What a load or a store answers by policy P7, where processes read and write through mappings.
    private static List<Response> throughMapping(DeadMapping deadMapping, List<Response> bySystemCall) {
        return switch (deadMapping) {
            case NO_MMAP -> bySystemCall;
            case DUMMY_PAGE, KEEP -> List.of(DONE);
            case SIGBUS -> List.of(EFAULT);
        };
    }

    /// The masks of P2. An error number given back as a mask may be seen as either.
    static List<Response> poll(DeadPoll deadPoll) {
        Response mask = Response.done(deadPoll.mask());
        return deadPoll == DeadPoll.ENODEV_AS_MASK ? List.of(ENODEV, mask) : List.of(mask);
    }

    /// Opening a node whose device is gone: the answer of P1 if that is an error, or the kernel's own,
    /// `-ENXIO` where the node is no longer found and `-ENODEV` where its driver is not. A file of debugfs, which
    /// answers `-EIO`, has a name that is not found any more.
    static List<Response> openWhenGone(DeadAnswer deadAnswer) {
        Stream<Response> name = deadAnswer == DeadAnswer.EIO ? Stream.of(ENOENT) : Stream.empty();
        Stream<Response> kernel = Stream.concat(Stream.of(ENXIO, ENODEV), name);
        return Stream.concat(errors(deadAnswer).stream(), kernel).distinct().toList();
    }

    private static List<Response> errors(DeadAnswer deadAnswer) {
        return switch (deadAnswer) {
            case ENODEV, ENODEV_OR_FAKE_SUCCESS -> List.of(ENODEV);
            case ENXIO, ENXIO_VOID_NUMB -> List.of(ENXIO);
            case EIO, EOF -> List.of(EIO);
            case OK_NUMB -> List.of();
        };
    }

    private static List<Response> rest(DeadAnswer deadAnswer) {
        List<Response> errors = errors(deadAnswer);
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("A device that answers " + deadAnswer.text()
                    + " has a specification of its own; let DeviceSpecs.forPolicy choose it.");
        }
        return deadAnswer == DeadAnswer.ENODEV_OR_FAKE_SUCCESS ? List.of(ENODEV, DONE) : errors;
    }
}
