package dev.yank.harness.sim;

import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.Schedule;
import dev.yank.model.rule.Finding;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import dev.yank.model.trace.TraceJudge;
import dev.yank.model.trace.TraceNames;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of one execution. What is costly is put together when it is asked for, which must be before the
/// next execution of the same [Simulation] begins.
public final class Outcome {

    private final SimulatedMachine machine;
    private final TraceJudge judge;
    private final HistoryRecorder history;
    private final DeviceLife life;
    private final Program program;
    private final @Nullable AccessPairs pairs;
    private final @Nullable TraceRecorder recorder;

    Outcome(
            SimulatedMachine machine,
            TraceJudge judge,
            Program program,
            HistoryRecorder history,
            DeviceLife life,
            @Nullable AccessPairs pairs,
            @Nullable TraceRecorder recorder) {
        this.machine = machine;
        this.judge = judge;
        this.history = history;
        this.life = life;
        this.program = program;
        this.pairs = pairs;
        this.recorder = recorder;
    }

    /// Whether a rule about traces was broken.
    public boolean hasFindings() {
        return judge.hasFindings();
    }

    /// Whether the strategy gave the execution up on its way, so that its end says nothing.
    public boolean isAbandoned() {
        return machine.scheduler().isAbandoned();
    }

    /// What the trace was found guilty of.
    public List<Finding> findings() {
        return judge.hasFindings() ? judge.findings(machine.names()) : List.of();
    }

    /// What happened at the step of a finding about the trace.
    public EventKind kindAt(int step) {
        return machine.kindAt(step);
    }

    /// Where the task was that did what happened at the step of a finding about the trace, innermost frame first;
    /// empty where nobody did it.
    public List<StackTraceElement> stackAt(int step) {
        return machine.stackAt(step);
    }

    /// Whether there is a [#hazard].
    public boolean hasHazard() {
        return judge.hasHazard();
    }

    /// What could go wrong elsewhere; worth a look where nothing else was found.
    public Optional<Finding> hazard() {
        return judge.hasHazard() ? judge.hazard(machine.names()) : Optional.empty();
    }

    /// The rules that the execution exercised, as a set of [dev.yank.model.rule.RuleId#bit]s.
    public long witnessed() {
        return judge.witnessed();
    }

    /// What the processes saw.
    public HistoryRecorder history() {
        return history;
    }

    /// The same number for histories that no process could tell apart.
    public long historyFingerprint() {
        return history.fingerprint();
    }

    /// What was performed.
    public Program program() {
        return program;
    }

    /// What became of the device.
    public DeviceLife life() {
        return life;
    }

    /// How many pairs of conflicting accesses of different tasks came one right after the other; 0 unless the
    /// execution was told to note them.
    public int accessPairs() {
        return pairs == null ? 0 : pairs.count();
    }

    /// Such a pair: a number for which access came first and which second, the same in every program.
    public long accessPair(int index) {
        if (pairs == null) {
            throw new IllegalStateException("Pairs of accesses were not noted.");
        }
        return pairs.pair(index);
    }

    /// A number over every event of the trace.
    public long fingerprint() {
        return machine.fingerprint();
    }

    /// How many events the trace has.
    public int events() {
        return machine.events();
    }

    /// How many decisions were taken.
    public int decisions() {
        return machine.scheduler().decisions();
    }

    /// How many acquisitions there were, so that each can be made to fail in turn.
    public int acquisitions() {
        return machine.acquisitions();
    }

    /// What was decided.
    public Schedule schedule() {
        return machine.scheduler().schedule();
    }

    /// Every event; empty unless the execution was told to keep them.
    public List<KernelEvent> trace() {
        return recorder == null ? List.of() : recorder.events();
    }

    /// What is behind each event; nothing unless the execution was told to look.
    public Backdrop backdrop() {
        return recorder == null ? Backdrop.NONE : recorder.backdrop();
    }

    /// How many tasks there were.
    public int tasks() {
        return machine.scheduler().taskCount();
    }

    /// How many objects the trace numbers.
    public int objects() {
        return machine.objects();
    }

    /// What the numbers in the trace are called.
    public TraceNames names() {
        return machine.names();
    }
}
