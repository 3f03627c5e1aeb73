package dev.yank.features;

import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.model.spec.device.DeviceKind;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.Handle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Who takes part in an exploration.
///
/// @param text as the feature file has it, such as `2 openers and 1 unplugger`
/// @param roles one a player
record Cast(String text, List<Role> roles) {

    /// The files of players have numbers that no story reaches.
    private static final int FIRST_FILE = 32;

    Cast(String text, List<Role> roles) {
        this.text = text;
        this.roles = List.copyOf(roles);
    }

    /// Reads a list such as `2 openers, 1 reader and 1 unplugger`.
    static Cast parse(String text) {
        List<Role> roles = new ArrayList<>();
        for (String group : text.split(", | and ", -1)) {
            String[] countAndRole = group.split(" ", 2);
            roles.addAll(Collections.nCopies(Integer.parseInt(countAndRole[0]), Role.of(countAndRole[1])));
        }
        return new Cast(text, roles);
    }

    /// Programs for these players, each drawn from a seed of its own.
    ///
    /// @param before what has happened when they begin
    List<Program> programs(DeviceKind kind, List<DeviceOperation> before, int count, long seed) {
        List<Program> programs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            programs.add(program(kind, before, new SplitMix(SplitMix.derive(seed, i))));
        }
        return programs;
    }

    private Program program(DeviceKind kind, List<DeviceOperation> before, SplitMix draw) {
        List<DeviceOperation> setUp = new ArrayList<>(before);
        List<List<DeviceOperation>> processes = new ArrayList<>();
        for (Role role : roles) {
            var file = new Handle(0, FIRST_FILE + processes.size());
            setUp.addAll(role.before(file));
            processes.add(role.operations(kind, file, draw));
        }
        return new Program(setUp, processes, 0);
    }
}
