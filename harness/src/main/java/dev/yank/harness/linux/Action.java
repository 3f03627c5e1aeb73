package dev.yank.harness.linux;

import dev.yank.harness.linux.guest.AgentOperation.Code;
import dev.yank.model.spec.node.NodeOperation.Belonging;
import dev.yank.model.spec.node.NodeOperation.Distance;
import java.util.List;

/// One thing that programs may do to a subject, as data.
///
/// @param name what it is called, such as `chip read`; no two of a subject have the same
/// @param code how the agent does it
/// @param on which kind of file it wants; [#NO_FILE] for none
/// @param makes which kind of file it gives out; [#NO_FILE] for none
/// @param argument what the agent is told
/// @param detail and this
/// @param effect what it means
/// @param level the level of a line that it leaves, or -1
/// @param live what it may answer while its instance is bound; for an opening, beside success
/// @param dead what it may answer afterwards; for an opening, while no driver is bound
/// @param waits whether it waits until something happens
/// @param distance how far a nemesis takes the device away, or from where it brings it back
/// @param belonging what a file goes with that it gives out
public record Action(
        String name,
        Code code,
        String on,
        String makes,
        long argument,
        int detail,
        Effect effect,
        int level,
        List<Integer> live,
        List<Integer> dead,
        Waits waits,
        Distance distance,
        Belonging belonging) {

    /// No kind of file.
    public static final String NO_FILE = "";

    /// What an action means to the specification.
    public enum Effect {
        OPEN,
        TAKE_LINE,
        CONFIGURE,
        SET_LEVEL,
        GET_LEVEL,
        ACCESS,
        CLOSE,
        REMOVE,
        RESTORE,
        /// It only waits, or prepares something.
        NOTHING
    }

    /// Whether an action may sleep until something happens.
    public enum Waits {
        NO,
        YES
    }

    /// Copies the answers.
    public Action(
            String name,
            Code code,
            String on,
            String makes,
            long argument,
            int detail,
            Effect effect,
            int level,
            List<Integer> live,
            List<Integer> dead,
            Waits waits,
            Distance distance,
            Belonging belonging) {
        this.name = name;
        this.code = code;
        this.on = on;
        this.makes = makes;
        this.argument = argument;
        this.detail = detail;
        this.effect = effect;
        this.level = level;
        this.live = List.copyOf(live);
        this.dead = List.copyOf(dead);
        this.waits = waits;
        this.distance = distance;
        this.belonging = belonging;
    }

    /// What a client does with a device whose files go with its instances, and a nemesis that takes away its driver.
    public Action(
            String name,
            Code code,
            String on,
            String makes,
            long argument,
            int detail,
            Effect effect,
            int level,
            List<Integer> live,
            List<Integer> dead,
            Waits waits) {
        this(
                name,
                code,
                on,
                makes,
                argument,
                detail,
                effect,
                level,
                live,
                dead,
                waits,
                Distance.UNBOUND,
                Belonging.INSTANCE);
    }

    /// Whether it may sleep until something happens.
    public boolean mayWait() {
        return waits == Waits.YES;
    }

    /// Whether it gives out a file.
    public boolean makesFile() {
        return !makes.isEmpty();
    }
}
