package dev.yank.harness.linux;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.linux.guest.AgentOperation.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Makes programs smaller that show a bug, although they may not show it every time.
///
/// A smaller program counts if it shows the bug in one of a few runs; in the end its reliability is measured.
final class NodeShrinker {

    private static final int TRIES = 2;

    /// How often a smaller program is performed until it shows the bug: once, if the first shows it each time.
    @Var
    private int tries = TRIES;

    private final Function<NodeProgram, Sighting> perform;
    private final BooleanSupplier isOver;

    /// @param perform a run of a program
    /// @param isOver whether time is over
    NodeShrinker(Function<NodeProgram, Sighting> perform, BooleanSupplier isOver) {
        this.perform = perform;
        this.isOver = isOver;
    }

    /// The smallest program found that shows the signature.
    Sighting shrink(Sighting sighting, String signature) {
        tries = showsEachTime(sighting.program(), signature) ? 1 : TRIES;
        @Var Sighting smallest = slice(sighting, signature);
        @Var boolean isSmaller = true;
        while (isSmaller && !isOver.getAsBoolean()) {
            isSmaller = false;
            @Var int i = 0;
            @Var List<NodeProgram> candidates = candidates(smallest);
            while (i < candidates.size() && !isOver.getAsBoolean()) {
                Optional<Sighting> smaller = showing(candidates.get(i), signature);
                if (smaller.isPresent()) {
                    smallest = smaller.get();
                    isSmaller = true;
                    candidates = candidates(smallest);
                    i = Math.min(i, candidates.size());
                } else {
                    i++;
                }
            }
        }
        return smallest;
    }

    /// The smallest part of what happened that shows it alone, if one does.
    private Sighting slice(Sighting sighting, String signature) {
        return Slices.of(sighting, signature).stream()
                .takeWhile(_ -> !isOver.getAsBoolean())
                .map(part -> showing(part, signature))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(sighting);
    }

    private boolean showsEachTime(NodeProgram program, String signature) {
        @Var boolean shows = true;
        for (int i = 0; i < TRIES && shows; i++) {
            shows = perform.apply(program).shows(signature);
        }
        return shows;
    }

    private Optional<Sighting> showing(NodeProgram program, String signature) {
        for (int i = 0; i < tries && !isOver.getAsBoolean(); i++) {
            Sighting sighting = perform.apply(program);
            if (sighting.shows(signature)) {
                return Optional.of(sighting);
            }
        }
        return Optional.empty();
    }

    private static List<NodeProgram> candidates(Sighting sighting) {
        List<NodeProgram> candidates = new ArrayList<>();
        NodeProgram tidied = tidied(sighting);
        if (tidied.size() < sighting.program().size() && tidied.size() > 0) {
            candidates.add(tidied);
        }
        candidates.addAll(candidates(sighting.program()));
        return candidates;
    }

    /// Larger cuts first: whole processes, halves of processes, single steps, then positions and delays.
    static List<NodeProgram> candidates(NodeProgram program) {
        List<NodeProgram> candidates = new ArrayList<>();
        for (int p : program.active()) {
            candidates.add(cut(program, p, 0, program.processes().get(p).size()));
        }
        for (int parts = 2; parts <= 8; parts *= 2) {
            for (int p : program.active().reversed()) {
                int size = program.processes().get(p).size();
                for (int from = 0; size >= 2 * parts && from < size; from += size / parts) {
                    candidates.add(cut(program, p, from, Math.min(size, from + size / parts)));
                }
            }
        }
        for (int p : program.active().reversed()) {
            for (int i = program.processes().get(p).size() - 1; i >= 0; i--) {
                candidates.add(program.without(p, i));
            }
        }
        for (int p : program.active()) {
            for (int i = 0; i < program.processes().get(p).size(); i++) {
                Step step = program.processes().get(p).get(i);
                if (Pinning.letsSleep(step)) {
                    continue; // in a guest that has done nothing before, who is not waited for is not asleep yet
                }
                if (step.delayMicroseconds() > 0) {
                    candidates.add(program.with(p, i, step.with(step.after(), 0)));
                }
                if (step.after().process() >= 0) {
                    candidates.add(program.with(p, i, step.with(Position.NONE, step.delayMicroseconds())));
                }
            }
        }
        return candidates;
    }

    /// Without the steps of a process from one to before another.
    private static NodeProgram cut(NodeProgram program, int process, int from, int to) {
        @Var NodeProgram changed = program;
        for (int i = to - 1; i >= from; i--) {
            changed = changed.without(process, i);
        }
        return changed;
    }

    /// Without what did not reach the kernel.
    static NodeProgram tidied(Sighting sighting) {
        @Var NodeProgram changed = sighting.program();
        for (int p : sighting.program().active()) {
            for (int i = sighting.program().processes().get(p).size() - 1; i >= 0; i--) {
                int process = p;
                int index = i;
                if (sighting.history().stream().noneMatch(one -> one.process() == process && one.index() == index)) {
                    changed = changed.without(p, i);
                }
            }
        }
        return changed;
    }
}
