package dev.yank.model.spec.device;

import static dev.yank.model.spec.device.Effects.DONE;
import static dev.yank.model.spec.device.Effects.anyOf;
import static dev.yank.model.spec.device.Effects.only;

import dev.yank.model.rule.Errno;
import dev.yank.model.rule.PollMask;
import dev.yank.model.rule.QueuedEvents;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.device.DeviceOperation.Access;
import dev.yank.model.spec.device.DeviceOperation.DirectionInput;
import dev.yank.model.spec.device.DeviceOperation.DirectionOutput;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.Factorial;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.ReadEvent;
import dev.yank.model.spec.device.DeviceOperation.SetLine;
import dev.yank.model.spec.device.DeviceOperation.Transfer;
import dev.yank.model.spec.device.DeviceOperation.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Eight lines of a PL061, as a client of the GPIO character device sees them.
///
/// Interrupts are delivered when they are delivered, and hardware may merge or lose edges. So an edge that
/// nobody has read *may* be delivered and never has to be: poll may overlook it and a read that does not wait
/// may find nothing. For that reason an edge that vanishes needs no effect of its own.
///
/// Source: ARM PrimeCell GPIO (PL061), technical reference manual DDI 0190B, ARM, 2000; QEMU,
/// `hw/gpio/pl061.c`.
final class GpioHardware implements Hardware<GpioLines> {

    private static final Response EAGAIN = Response.failed(Errno.EAGAIN);
    private static final Response EINVAL = Response.failed(Errno.EINVAL);
    private static final Response ENOTTY = Response.failed(Errno.ENOTTY);
    private static final List<Response> IDLE = List.of(DONE);
    private static final List<Response> READABLE = List.of(Response.done(PollMask.POLLIN), DONE);

    /// What becomes of an edge while no driver is bound.
    enum Unbound {
        /// Nobody notices.
        UNSEEN,
        /// A driver that is being bound may deliver it: the device detects edges before anybody can open it, and
        /// finds the pins that are high already when it is powered up.
        MAY_BE_DELIVERED
    }

    private final Unbound unbound;
    private final QueuedEvents queuedEvents;
    private final BiFunction<DeviceState<GpioLines>, Access, List<Effect<DeviceState<GpioLines>, Response>>> deadRows;

    GpioHardware(
            Unbound unbound,
            QueuedEvents queuedEvents,
            BiFunction<DeviceState<GpioLines>, Access, List<Effect<DeviceState<GpioLines>, Response>>> deadRows) {
        this.unbound = unbound;
        this.queuedEvents = queuedEvents;
        this.deadRows = deadRows;
    }

    @Override
    public GpioLines initial() {
        return GpioLines.RESET;
    }

    @Override
    public GpioLines removed(GpioLines before) {
        GpioLines removed = switch (queuedEvents) {
            case DROP -> before.removedDroppingEvents();
            case DELIVER_THEN_DEAD -> before.removedKeepingEvents();
        };
        return switch (unbound) {
            case UNSEEN -> removed;
            case MAY_BE_DELIVERED -> removed.risenAgain();
        };
    }

    @Override
    public GpioLines driven(GpioLines before, DrivePin drive) {
        return before.driven(drive.line(), drive.level());
    }

    @Override
    public GpioLines drivenWhileGone(GpioLines before, DrivePin drive) {
        return switch (unbound) {
            case UNSEEN -> before.drivenUnseen(drive.line(), drive.level());
            case MAY_BE_DELIVERED -> before.driven(drive.line(), drive.level());
        };
    }

    @Override
    public List<Effect<DeviceState<GpioLines>, Response>> live(DeviceState<GpioLines> state, Access access) {
        GpioLines lines = state.hardware();
        return switch (access) {
            case DirectionInput(Handle _, int line) -> only(state.with(lines.input(line)), DONE);
            case DirectionOutput(Handle _, int line, int level) -> only(state.with(lines.output(line, level)), DONE);
            case GetLine(Handle _, int line) -> only(state, Response.done(lines.level(line)));
            case SetLine(Handle _, int line, int level) -> only(state.with(lines.set(line, level)), DONE);
            case ReadEvent(Handle _, Waiting waiting) -> readEvent(state, waiting);
            case Poll _ -> anyOf(state, lines.edges() == 0 ? IDLE : READABLE);
            case Read _, Write _ -> only(state, EINVAL);
            case Factorial _, Transfer _ -> only(state, ENOTTY);
        };
    }

    /// Where events are delivered after removal, those come first, and the dead rows are allowed at any time.
    @Override
    public List<Effect<DeviceState<GpioLines>, Response>> dead(DeviceState<GpioLines> state, Access access) {
        List<Effect<DeviceState<GpioLines>, Response>> rows = deadRows.apply(state, access);
        GpioLines lines = state.hardware();
        // A read that was in flight at the removal may still see pins that were driven after others were refused.
        if (access instanceof GetLine(Handle _, int line)) {
            var late = new Effect<>(state, Response.done(lines.pin(line)));
            if (rows.contains(late)) {
                return rows;
            }
            List<Effect<DeviceState<GpioLines>, Response>> more = new ArrayList<>(rows);
            more.add(late);
            return more;
        }
        if (lines.orphans() == 0 || !(access instanceof ReadEvent)) {
            return rows;
        }
        List<Effect<DeviceState<GpioLines>, Response>> effects = new ArrayList<>();
        for (int line = 0; line < DeviceOperation.LINES; line++) {
            if (GpioLines.count(lines.orphans(), line) > 0) {
                effects.add(new Effect<>(state.with(lines.orphanTaken(line)), Response.done(line)));
            }
        }
        effects.addAll(rows);
        return effects;
    }

    private static List<Effect<DeviceState<GpioLines>, Response>> readEvent(
            DeviceState<GpioLines> state, Waiting waiting) {
        GpioLines lines = state.hardware();
        List<Effect<DeviceState<GpioLines>, Response>> effects = new ArrayList<>();
        for (int line = 0; line < DeviceOperation.LINES; line++) {
            if (GpioLines.count(lines.edges(), line) > 0) {
                effects.add(new Effect<>(state.with(lines.edgeTaken(line)), Response.done(line)));
            }
        }
        if (waiting == Waiting.NONBLOCKING) {
            effects.add(new Effect<>(state, EAGAIN));
        }
        return effects;
    }
}
