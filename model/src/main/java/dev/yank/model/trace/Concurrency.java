package dev.yank.model.trace;

import dev.yank.model.rule.Finding;
import java.util.Optional;

/// What tasks do to each other by synchronising, or by failing to: keeps the order of steps, who is inside of
/// what, and who sleeps, for the judges of data races, of lock order and of tasks that can never go on.
final class Concurrency {

    private final Contexts contexts;
    private final HappensBefore order = new HappensBefore();
    private final RaceJudge races = new RaceJudge(order);
    private final Holdings holdings = new Holdings();
    private final LockOrderJudge locks = new LockOrderJudge(holdings);
    private final Sleepers sleepers = new Sleepers();
    private final WaitsFor waitsFor = new WaitsFor(holdings, sleepers);

    Concurrency(Contexts contexts) {
        this.contexts = contexts;
    }

    void clear() {
        order.clear();
        races.clear();
        holdings.clear();
        locks.clear();
        sleepers.clear();
        waitsFor.clear();
    }

    WaitsFor waitsFor() {
        return waitsFor;
    }

    /// A place is read or written.
    void access(int step, EventKind kind, int task, int place, String name) {
        switch (kind) {
            case READ -> {
                races.read(step, task, place, name);
                sleepers.looks(task, place, name);
            }
            case WRITE -> {
                races.write(step, task, place, name);
                sleepers.changes(step, task, place);
            }
            case READ_ONCE, LOAD_ACQUIRE -> {
                races.marked(step, kind, task, place, name);
                sleepers.looks(task, place, name);
            }
            case WRITE_ONCE, STORE_RELEASE -> {
                races.marked(step, kind, task, place, name);
                sleepers.changes(step, task, place);
            }
            default -> {}
        }
    }

    /// Tasks synchronise.
    void event(int step, EventKind kind, int task, int object, int detail) {
        switch (kind) {
            case LOCK -> {
                comesAfterAll(task, object);
                locks.lock(step, task, object, detail);
                holdings.enter(step, task, object);
            }
            case UNLOCK -> {
                order.publish(step, task, object);
                holdings.leave(task, object);
            }
            case GUARD_ENTER -> enterGuard(step, task, object, detail);
            case GUARD_EXIT, ASYNC_EXIT -> {
                order.end(step, task, object);
                holdings.leave(task, object);
            }
            case DRAIN_BEGIN -> {
                order.publish(step, task, object);
                locks.await(step, task, object);
            }
            case DRAIN_END -> order.join(task, object);
            case JOIN -> {
                order.join(task, object);
                locks.await(step, task, object);
            }
            case BLOCK -> sleepers.sleeps(step, task);
            case WAKE, WAKE_NOBODY -> {
                order.publish(step, task, object);
                sleepers.wakes(step, object);
            }
            case ASYNC_ENTER -> {
                order.observe(task, object);
                holdings.enter(step, task, object);
            }
            case ARM, PUBLISH -> order.publish(step, task, object);
            case OBSERVE, OPERATION_ENTER -> order.observe(task, object);
            case EXCHANGE -> order.exchange(step, task, object);
            case OPERATION_EXIT -> leaveOperation(step, task, object);
            case FILE_LAST_PUT -> comesAfterAll(task, object);
            case REF_DEC -> put(step, task, object, detail);
            case FORK -> order.fork(step, task, detail);
            case SETTLED -> order.settle(step);
            default -> {}
        }
    }

    private void comesAfterAll(int task, int object) {
        order.observe(task, object);
        order.join(task, object);
    }

    private void enterGuard(int step, int task, int object, int detail) {
        order.observe(task, object);
        if (detail < 0) {
            locks.share(step, task, object, -detail >>> LockOrderJudge.CLASS_SHIFT);
        }
        holdings.enter(step, task, object);
    }

    /// What the opening of a file did comes before every operation on it, and these before the last put of the
    /// file.
    private void leaveOperation(int step, int task, int file) {
        if (contexts.isIn(task, EntryPoint.OPEN)) {
            order.publish(step, task, file);
        } else {
            order.end(step, task, file);
        }
    }

    /// A put orders what came before it with the last one, and with what that releases.
    private void put(int step, int task, int count, int before) {
        if (before == 1) {
            order.exchange(step, task, count);
        } else {
            order.publish(step, task, count);
        }
    }

    /// The first hazard: a deadlock that can happen before a data race.
    Optional<Finding> hazard(TraceNames names) {
        return locks.finding(names).or(() -> races.finding(names));
    }

    boolean hasHazard() {
        return locks.isFound() || races.isFound();
    }

    /// The rules that the execution exercised, as bits.
    long witnessed() {
        return races.witnessed() | locks.witnessed();
    }
}
