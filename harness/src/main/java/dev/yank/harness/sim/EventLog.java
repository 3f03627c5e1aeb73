package dev.yank.harness.sim;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.TraceJudge;
import org.jspecify.annotations.Nullable;

/// The events of one execution, handed to everybody who looks at them, one after the other.
final class EventLog {

    private final TraceJudge judge;
    private final @Nullable TraceRecorder recorder;
    private final @Nullable JudgedState judged;
    private final @Nullable AccessPairs pairs;
    private final Failures failures = new Failures();

    @Var
    private int events;

    @Var
    private long fingerprint;

    EventLog(
            TraceJudge judge,
            @Nullable TraceRecorder recorder,
            @Nullable JudgedState judged,
            @Nullable AccessPairs pairs) {
        this.judge = judge;
        this.recorder = recorder;
        this.judged = judged;
        this.pairs = pairs;
    }

    /// The running task does something.
    ///
    /// @return whether a rule is broken by now
    boolean add(EventKind kind, int task, int object, int detail, String note) {
        long what =
                ((long) kind.ordinal() << 56) ^ ((long) task << 48) ^ ((long) object << 32) ^ (detail & 0xffff_ffffL);
        fingerprint = (Long.rotateLeft(fingerprint, 5) ^ what) * 0x9E3779B97F4A7C15L;
        if (judged != null) {
            judged.event(kind, object, detail);
        }
        if (pairs != null && AccessPairs.ACCESSES[kind.ordinal()]) {
            pairs.event(kind, task, object, note);
        }
        return addAtRest(kind, task, object, detail, note);
    }

    /// Something is said of a task that does not run, or of them all; that decides nothing any more.
    ///
    /// @return whether a rule is broken by now
    boolean addAtRest(EventKind kind, int task, int object, int detail, String note) {
        int step = ++events;
        if (recorder != null) {
            recorder.record(step, kind, task, object, detail, note);
        }
        judge.event(step, kind, task, object, detail, note);
        if (!judge.hasFindings()) {
            return false;
        }
        failures.add(step, kind, task);
        return true;
    }

    /// The event and the task at a step at which something was found; where a finding names another step, when it
    /// was found.
    Failures.Failure failureAt(int step) {
        return failures.at(step);
    }

    int events() {
        return events;
    }

    long fingerprint() {
        return fingerprint;
    }
}
