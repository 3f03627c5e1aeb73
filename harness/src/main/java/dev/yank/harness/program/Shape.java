package dev.yank.harness.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What programs may look like: drawn before the programs themselves, so that some do one thing a lot that others
/// do not do at all.
///
/// Source: A. Groce, C. Zhang, E. Eide, Y. Chen, J. Regehr, "Swarm Testing", ISSTA 2012.
///
/// @param processes how many processes there are
/// @param longest how many operations a process performs at most
/// @param operations what processes ask of an open file besides closing it, as histories name it
/// @param features what else may happen
public record Shape(int processes, int longest, List<String> operations, Set<Feature> features) {

    /// What may happen besides what processes ask.
    public enum Feature {
        /// The hardware is pulled out while it is in use.
        SURPRISE("surprise removal"),
        /// The device comes back.
        REPLUG("replug"),
        /// It is suspended and resumed.
        POWER("suspend and resume"),
        /// Pins are driven from outside.
        PINS("driven pins"),
        /// One open file is used by every process.
        SHARED_FILE("shared file"),
        /// An acquisition fails.
        FAULTS("faults");

        private final String label;

        Feature(String label) {
            this.label = label;
        }

        /// How it is written.
        public String label() {
            return label;
        }
    }

    public Shape(int processes, int longest, List<String> operations, Set<Feature> features) {
        this.processes = processes;
        this.longest = longest;
        this.operations = List.copyOf(operations);
        Set<Feature> copy = EnumSet.noneOf(Feature.class);
        copy.addAll(features);
        this.features = Collections.unmodifiableSet(copy);
    }

    /// Whether that may happen.
    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /// The shape in words.
    public String words() {
        List<String> words = new ArrayList<>();
        words.add((processes == 1 ? "1 process" : processes + " processes") + " of up to " + longest + " operations");
        words.add("open, " + operations.stream().collect(Collectors.joining(", ")) + " and close");
        features.forEach(feature -> words.add(feature.label()));
        return String.join("; ", words);
    }
}
