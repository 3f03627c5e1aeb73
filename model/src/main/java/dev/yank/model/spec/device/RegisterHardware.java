package dev.yank.model.spec.device;

import static dev.yank.model.spec.device.Effects.DONE;
import static dev.yank.model.spec.device.Effects.only;

import com.google.errorprone.annotations.Var;
import dev.yank.model.rule.Errno;
import dev.yank.model.rule.PollMask;
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

/// A character device with one register, and the factorial unit and DMA of QEMU's edu device.
///
/// Source: QEMU, `docs/specs/edu.rst`, Jiri Slaby, 2014.
final class RegisterHardware implements Hardware<Register> {

    private static final Response ENOTTY = Response.failed(Errno.ENOTTY);
    private static final Response READY = Response.done(PollMask.POLLIN | PollMask.POLLOUT);

    /// From 34 on a factorial is a multiple of 2 to the 32.
    private static final int FACTORIAL_VANISHES = 34;

    private final BiFunction<DeviceState<Register>, Access, List<Effect<DeviceState<Register>, Response>>> deadRows;

    RegisterHardware(
            BiFunction<DeviceState<Register>, Access, List<Effect<DeviceState<Register>, Response>>> deadRows) {
        this.deadRows = deadRows;
    }

    /// The factorial modulo 2 to the 32, without the highest bit, so that it is a response.
    static int factorial(int n) {
        @Var int product = 1;
        for (int factor = 2; factor <= Math.min(n, FACTORIAL_VANISHES); factor++) {
            product *= factor;
        }
        return product & Integer.MAX_VALUE;
    }

    @Override
    public Register initial() {
        return Register.RESET;
    }

    @Override
    public Register removed(Register before) {
        return Register.RESET;
    }

    @Override
    public Register driven(Register before, DrivePin drive) {
        return before;
    }

    @Override
    public Register drivenWhileGone(Register before, DrivePin drive) {
        return before;
    }

    @Override
    public List<Effect<DeviceState<Register>, Response>> live(DeviceState<Register> state, Access access) {
        return state.hardware().suspect() ? trustedOrGivenUp(state, access) : sound(state, access);
    }

    @Override
    public Register suspected(Register before) {
        return new Register(before.content(), true);
    }

    /// A driver that has caught its device lying answers as though it were gone; a write may have been done before.
    private List<Effect<DeviceState<Register>, Response>> trustedOrGivenUp(DeviceState<Register> state, Access access) {
        List<Effect<DeviceState<Register>, Response>> rows = new ArrayList<>(sound(state, access));
        rows.addAll(dead(state, access));
        if (access instanceof Write(Handle _, int content)) {
            rows.addAll(dead(state.with(state.hardware().with(content)), access));
        }
        return rows;
    }

    private static List<Effect<DeviceState<Register>, Response>> sound(DeviceState<Register> state, Access access) {
        return switch (access) {
            case Read _ -> only(state, Response.done(state.hardware().content()));
            case Write(Handle _, int content) ->
                only(state.with(state.hardware().with(content)), DONE);
            case Poll _ -> only(state, READY);
            case Factorial(Handle _, int n) -> only(state, Response.done(factorial(n)));
            case Transfer(Handle _, int bytes) -> only(state, Response.done(bytes));
            case DirectionInput _, DirectionOutput _, GetLine _, SetLine _, ReadEvent _ -> only(state, ENOTTY);
        };
    }

    @Override
    public List<Effect<DeviceState<Register>, Response>> dead(DeviceState<Register> state, Access access) {
        return deadRows.apply(state, access);
    }
}
