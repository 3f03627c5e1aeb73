package dev.yank.harness.sim.hardware;

import java.util.ArrayList;
import java.util.List;

/// A log that keeps its sentences.
final class RecordingLog implements HardwareLog {
    private final List<String> sentences = new ArrayList<>();

    @Override
    public void guestError(String sentence) {
        sentences.add(sentence);
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
