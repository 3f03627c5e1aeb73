package dev.yank.harness.linux;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Small parts of a history that may show a bug alone: what an accusation is about, with the files that it needs; or
/// what was done with one file.
///
/// Each is pinned to the order in which it happened.
final class Slices {

    private static final int MOST = 12;

    private final Sighting sighting;
    private final List<Performed> history;

    private Slices(Sighting sighting) {
        this.sighting = sighting;
        this.history = sighting.history().stream()
                .filter(one -> one.process() < sighting.program().processes().size())
                .toList();
    }

    /// The parts that are smaller than the program, likeliest first.
    static List<NodeProgram> of(Sighting sighting, String signature) {
        return new Slices(sighting).parts(signature);
    }

    private List<NodeProgram> parts(String signature) {
        Set<NodeProgram> parts = new LinkedHashSet<>();
        sighting.accusations().stream()
                .filter(one -> one.signature().equals(signature) && !one.about().isEmpty())
                .forEach(accusation -> hung(accusation.about()).forEach(parts::add));
        if (parts.isEmpty()) {
            parts.addAll(fatal());
            parts.addAll(ofFiles());
        }
        return parts.stream()
                .filter(part ->
                        part.size() > 0 && part.size() < sighting.program().size())
                .limit(MOST)
                .toList();
    }

    /// The files of whatever was never answered, because the kernel failed in it, with one removal. Whoever cleans up
    /// closes them, so the call itself need not be part of it.
    private List<NodeProgram> fatal() {
        List<NodeProgram> parts = new ArrayList<>();
        for (Performed last : sighting.history()) {
            if (last.isCompleted() || last.action().on().isEmpty()) {
                continue;
            }
            Set<Integer> files = chain(last.step().handle());
            Predicate<Performed> makes =
                    one -> one.action().makesFile() && files.contains(one.step().made()) && one.succeeded();
            history.stream()
                    .filter(one -> one.effect() == Action.Effect.REMOVE
                            && one.succeeded()
                            && history.stream().filter(makes).allMatch(made -> made.completed() < one.invoked()))
                    .findFirst()
                    .ifPresent(removal ->
                            parts.add(part(one -> one.equals(last) || one.equals(removal) || makes.test(one))));
        }
        return parts;
    }

    /// What was done with one file, and with those that were made of one; of the latest files first, because the bug
    /// showed in the end.
    private List<NodeProgram> ofFiles() {
        var files = new TreeSet<Integer>();
        history.stream()
                .filter(one -> one.action().makesFile() && one.succeeded())
                .forEach(one -> files.add(one.step().made()));
        List<NodeProgram> parts = new ArrayList<>();
        for (int file : files.descendingSet()) {
            parts.add(part(one -> isNemesis(one) || isOn(one, chain(file))));
            parts.add(part(one -> isNemesis(one) || isOn(one, family(file))));
        }
        return parts;
    }

    /// One sleeper, or what hangs, with its files and one removal.
    private List<NodeProgram> hung(List<String> about) {
        List<NodeProgram> parts = new ArrayList<>();
        for (Performed sleeper : history) {
            if (!sleeper.hung() || !about.contains(sleeper.action().name())) {
                continue;
            }
            Set<Integer> files = chain(sleeper.step().handle());
            history.stream()
                    .filter(one -> one.effect() == Action.Effect.REMOVE && one.overlaps(sleeper))
                    .findFirst()
                    .ifPresent(removal -> parts.add(part(one -> one.equals(sleeper)
                            || one.equals(removal)
                            || (one.action().makesFile()
                                    && files.contains(one.step().made())
                                    && one.invoked() < sleeper.invoked()))));
        }
        return parts;
    }

    /// A file and those from which it was made.
    private Set<Integer> chain(int file) {
        var files = new TreeSet<Integer>();
        files.add(file);
        for (Performed one : history.reversed()) {
            if (one.action().makesFile()
                    && files.contains(one.step().made())
                    && !one.action().on().isEmpty()) {
                files.add(one.step().handle());
            }
        }
        return files;
    }

    /// A file and those that were made from it.
    private Set<Integer> family(int file) {
        var files = new TreeSet<Integer>();
        files.add(file);
        for (Performed one : history) {
            if (one.action().makesFile()
                    && !one.action().on().isEmpty()
                    && files.contains(one.step().handle())) {
                files.add(one.step().made());
            }
        }
        return files;
    }

    private static boolean isNemesis(Performed one) {
        return one.effect() == Action.Effect.REMOVE || one.effect() == Action.Effect.RESTORE;
    }

    /// Whether it is about one of some files, or makes one.
    private static boolean isOn(Performed one, Set<Integer> files) {
        return one.action().makesFile()
                ? files.contains(one.step().made())
                : !one.action().on().isEmpty() && files.contains(one.step().handle());
    }

    private NodeProgram part(Predicate<Performed> isKept) {
        return Pinning.pinned(new Sighting(
                sighting.program(), history.stream().filter(isKept).toList(), List.of(), sighting.end(), ""));
    }
}
