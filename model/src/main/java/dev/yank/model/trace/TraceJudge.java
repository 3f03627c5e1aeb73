package dev.yank.model.trace;

import dev.yank.model.rule.Finding;
import dev.yank.model.rule.Policy;
import java.util.List;
import java.util.Optional;

/// Judges the trace of one execution after another by every rule that a trace can show.
///
/// Feed it the events in order with [#event]; the first finding is the cause, what comes after it in the same
/// execution would be its consequence, so an execution should end once [#hasFindings] says so.
public final class TraceJudge {

    private final Contexts contexts = new Contexts();
    private final Findings findings = new Findings();
    private final MemoryJudge memory;
    private final CountingJudge counting;
    private final ObjectJudge objects = new ObjectJudge(findings);
    private final ForeignJudge foreign = new ForeignJudge(findings);
    private final GrowthJudge growth;
    private final GuardJudge guards;
    private final UndoJudge undo;
    private final ProbeJudge probe;
    private final PublicationJudge publication;
    private final RemovalJudge removal;
    private final LivenessJudge liveness;
    private final LifetimeJudge lifetimes = new LifetimeJudge(contexts, findings);
    private final HandleJudge handles = new HandleJudge(contexts, findings);
    private final EntryJudge entries = new EntryJudge(contexts, findings);
    private final MappingJudge mappings = new MappingJudge(contexts, findings);
    private final TeardownJudge teardown;
    private final OrderJudge order;
    private final ModuleJudge module;
    private final UntrustedJudge untrusted;
    private final Concurrency concurrency = new Concurrency(contexts);

    /// @param policy what the driver promises (P1, P2, P3, P6, P8)
    public TraceJudge(Policy policy) {
        this.memory = new MemoryJudge(contexts, findings, policy.removeWaitsFor(), lifetimes);
        this.counting = new CountingJudge(contexts, findings);
        this.growth = new GrowthJudge(contexts, findings);
        this.guards = new GuardJudge(findings);
        this.undo = new UndoJudge(contexts, findings);
        this.probe = new ProbeJudge(contexts, findings, undo);
        this.publication = new PublicationJudge(contexts, findings);
        this.teardown = new TeardownJudge(contexts, findings);
        this.order = new OrderJudge(contexts, findings, policy.teardownOrder());
        this.untrusted = new UntrustedJudge(contexts, findings);
        this.module = new ModuleJudge(contexts, findings);
        this.removal = new RemovalJudge(contexts, findings, policy, handles);
        this.liveness = new LivenessJudge(contexts, findings, policy.removeWaitsFor(), concurrency.waitsFor(), handles);
    }

    /// Forgets everything: a new execution starts.
    public void begin() {
        contexts.clear();
        findings.clear();
        memory.clear();
        counting.clear();
        objects.clear();
        foreign.clear();
        growth.clear();
        guards.clear();
        undo.clear();
        probe.clear();
        publication.clear();
        removal.clear();
        liveness.clear();
        lifetimes.clear();
        handles.clear();
        entries.clear();
        mappings.clear();
        teardown.clear();
        order.clear();
        module.clear();
        concurrency.clear();
    }

    /// Judges one event.
    public void event(int step, EventKind kind, int task, int object, int detail, String note) {
        switch (kind) {
            case REFERENCE_TAKEN, REFERENCE_DROPPED, REFERENCE_GONE, UPGRADED, DESTROY ->
                objects.event(step, kind, task, object, detail);
            case MODULE_EXIT -> growth.event(step, kind, task, object);
            case READ, WRITE, READ_ONCE, WRITE_ONCE, LOAD_ACQUIRE, STORE_RELEASE -> {
                access(step, task, object);
                concurrency.access(step, kind, task, detail, note);
            }
            case USE -> access(step, task, object);
            case FREED_WHILE_ARMED, OUTLIVED -> memory.event(step, kind, task, object, detail);
            case FILE_DATA -> {
                memory.event(step, kind, task, object, detail);
                handles.event(step, kind, task, object, detail);
            }
            case REINITIALISED -> handles.event(step, kind, task, object, detail);
            case FREED_WHILE_REFERENCED, GROUP_JOINED, GROUP_LEFT, CHILD_ADDED, LISTED, UNLISTED, FOUND, DRVDATA_SET ->
                lifetimes.event(step, kind, task, object, detail);
            case MAPPED, MAPPING_USED -> mappings.event(step, kind, task, object, detail);
            case CALLBACK_ENTER, CALLBACK_EXIT -> {
                contexts.event(step, kind, task, object, detail);
                entries.event(step, kind, task, object, detail, note);
            }
            case DEREFERENCED, WRONG_GUARD, STALE_GUARD, WITHDRAWN, DROP_BEGIN, DROP_END ->
                guards.event(step, kind, task, object, detail);
            case ALLOC, FREE -> {
                lifetimes.event(step, kind, task, object, detail);
                growth.event(step, kind, task, object);
                guards.event(step, kind, task, object, detail);
                objects.event(step, kind, task, object, detail);
                memory.event(step, kind, task, object, detail);
                counting.event(step, kind, task, object, detail);
                probe.event(step, kind, task, object, detail);
            }
            case REF_INC, REF_INC_NOT_ZERO -> {
                objects.event(step, kind, task, object, detail);
                counting.event(step, kind, task, object, detail);
                publication.used(step, task, object);
            }
            case REF_DEC -> {
                counting.event(step, kind, task, object, detail);
                objects.event(step, kind, task, object, detail);
                concurrency.event(step, kind, task, object, detail);
            }
            case LEAKED, SATURATED -> counting.event(step, kind, task, object, detail);
            case RELEASED_AGAIN -> teardown.event(step, kind, task, object);
            case LIED -> {
                contexts.event(step, kind, task, object, detail);
                untrusted.event(step, kind, task, detail, note);
            }
            case OUT_OF_RANGE, IO_AFTER_RESET -> untrusted.event(step, kind, task, detail, note);
            case MODULE_BUSY, MODULE_FREED -> module.event(step, kind, task, note);
            case ACQUIRE, RELEASE -> {
                teardown.event(step, kind, task, object);
                growth.event(step, kind, task, object);
                probe.event(step, kind, task, object, detail);
                undo.event(step, kind, task, object, detail);
                counting.event(step, kind, task, object, detail);
                order.event(step, kind, task, object, note);
            }
            case INTO_FOREIGN, FROM_FOREIGN, BORROW, BORROW_END, TYPE_COMPARED, WRONG_TYPE, WRONG_COOKIE ->
                foreign.event(step, kind, task, object, detail, note);
            case ACTION_REFUSED, ACTION_BEGIN, ACTION_END, SCOPE_GUARDED, SCOPE_DISMISSED ->
                undo.event(step, kind, task, object, detail);
            case PROBE_UNWOUND -> {
                undo.event(step, kind, task, object, detail);
                probe.event(step, kind, task, object, detail);
            }
            case DEVRES_ADD, DEVRES_RELEASE, DRVDATA_GET -> probe.event(step, kind, task, object, detail);
            case IO_READ, IO_WRITE, IO_UNMAPPED, IO_UNPOWERED -> removal.event(step, kind, task, object, detail);
            case FILE_LAST_PUT -> {
                lifetimes.event(step, kind, task, object, detail);
                removal.event(step, kind, task, object, detail);
                concurrency.event(step, kind, task, object, detail);
            }
            case END -> leftOvers(step);
            case STUCK, SPINNING, OOPS, SLEEP_IN_ATOMIC, MISUSE, REMOVE_EXIT ->
                liveness.event(step, kind, task, object, detail, note);
            case BLOCK, WAKE, LOCK -> {
                liveness.event(step, kind, task, object, detail, note);
                publication.used(step, task, object);
                concurrency.event(step, kind, task, object, detail);
            }
            case ARM -> {
                publication.used(step, task, object);
                concurrency.event(step, kind, task, object, detail);
            }
            case GUARD_ENTER -> {
                guards.event(step, kind, task, object, detail);
                publication.used(step, task, object);
                concurrency.event(step, kind, task, object, detail);
            }
            case REF_INIT, INIT -> publication.initialised(step, task, object);
            case GUARD_EXIT -> {
                guards.event(step, kind, task, object, detail);
                concurrency.event(step, kind, task, object, detail);
            }
            case UNLOCK, DRAIN_BEGIN, DRAIN_END, WAKE_NOBODY, PUBLISH, OBSERVE, EXCHANGE, JOIN, FORK, SETTLED ->
                concurrency.event(step, kind, task, object, detail);
            case OPERATION_ENTER,
                    OPERATION_EXIT,
                    REMOVE_ENTER,
                    UNBOUND,
                    PROBE_ENTER,
                    PROBE_EXIT,
                    GONE,
                    ASYNC_ENTER,
                    ASYNC_EXIT,
                    FILE_OPENED -> callback(step, kind, task, object, detail, note);
            case FAULT, GUARD_REFUSED, GUEST_ERROR, DISARM -> {}
        }
    }

    /// Entering is noted before, leaving after the judges have looked, so that both see the task inside.
    private void callback(int step, EventKind kind, int task, int object, int detail, String note) {
        boolean leaves =
                kind == EventKind.OPERATION_EXIT || kind == EventKind.PROBE_EXIT || kind == EventKind.ASYNC_EXIT;
        if (!leaves) {
            contexts.event(step, kind, task, object, detail);
        }
        if (kind == EventKind.OPERATION_ENTER || kind == EventKind.ASYNC_ENTER) {
            publication.entered();
        }
        entries.event(step, kind, task, object, detail, note);
        lifetimes.event(step, kind, task, object, detail);
        module.event(step, kind, task, note);
        order.event(step, kind, task, object, note);
        teardown.event(step, kind, task, object);
        counting.event(step, kind, task, object, detail);
        probe.event(step, kind, task, object, detail);
        undo.event(step, kind, task, object, detail);
        growth.event(step, kind, task, object);
        guards.event(step, kind, task, object, detail);
        handles.event(step, kind, task, object, detail);
        removal.event(step, kind, task, object, detail);
        liveness.event(step, kind, task, object, detail, note);
        concurrency.event(step, kind, task, object, detail);
        if (leaves) {
            contexts.event(step, kind, task, object, detail);
        }
    }

    /// Memory is accessed, marked or not.
    private void access(int step, int task, int object) {
        memory.access(step, task, object);
        guards.accessed(step, task, object);
    }

    /// The audit at the end: every piece of memory is freed and every resource given back (R5, or R9 where a
    /// failed probe left it).
    private void leftOvers(int step) {
        findings.witness(RuleIds.R5);
        int left = memory.anyLive() != 0 ? memory.anyLive() : probe.anyHeld();
        if (left != 0 && !probe.leftOver(step, left)) {
            counting.event(step, EventKind.LEAKED, 0, left, 0);
        }
    }

    /// Whether something was found in this execution.
    public boolean hasFindings() {
        return !findings.isEmpty();
    }

    /// What was found, in the order in which it was found.
    public List<Finding> findings(TraceNames names) {
        return findings.sentences(names);
    }

    /// What was found that no other finding of the execution can have caused and that says nothing of what came
    /// of it: a deadlock that can happen, or a data race. To be looked at where nothing else was found, so that it
    /// hides no cause.
    public Optional<Finding> hazard(TraceNames names) {
        return concurrency.hazard(names);
    }

    /// Whether there is a [#hazard].
    public boolean hasHazard() {
        return concurrency.hasHazard();
    }

    /// The rules that this execution exercised, as a set of [dev.yank.model.rule.RuleId#bit]s.
    public long witnessed() {
        return findings.witnessed() | concurrency.witnessed();
    }

    /// Judges a whole recorded trace.
    public static List<Finding> judge(Policy policy, List<KernelEvent> trace, TraceNames names) {
        var judge = new TraceJudge(policy);
        for (KernelEvent event : trace) {
            judge.event(event.step(), event.kind(), event.task(), event.object(), event.detail(), event.note());
            if (judge.hasFindings()) {
                break;
            }
        }
        return judge.hasFindings()
                ? judge.findings(names)
                : judge.hazard(names).stream().toList();
    }
}
