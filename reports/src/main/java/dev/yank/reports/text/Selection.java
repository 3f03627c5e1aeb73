package dev.yank.reports.text;

import dev.yank.model.trace.EntryPoint;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Chooses the events of a trace that a reader needs.
///
/// Shown in any case: where the rule is broken and the earlier steps that explain it, whatever else is wrong
/// (an oops, a misuse, a task that is stuck, an injected fault), and the hardware leaving. Then, as long as
/// there is room, by importance and within the same importance the closest to the failure first:
///
/// 1. removal, release and failed probes begin and end; the object in question comes and goes, is given away,
/// borrowed or withdrawn; tasks sleep, wake and wait for readers; locks that somebody had to wait for
///
/// 2. other guards and frees, asynchronous callbacks, device I/O after removal began, counts of the object in
/// question, other resources where the rule is about these
///
/// 3. the last few accesses to the object in question and other events on it, but not what the set-up did when
/// the failure came later, nor uses that only begin what is said next
///
/// Everything else, and everything after the failure, is left out.
public final class Selection {

    private static final int ACCESS = 3;
    private static final int NEVER = 4;
    private static final int MOST_ACCESSES = 6;

    private final Scene scene;
    private final SortedSet<Integer> contended = new TreeSet<>();
    private final boolean isAboutResources;
    private final int removalBegan;
    private final BitSet preludes;

    public Selection(Scene scene) {
        this.scene = scene;
        this.isAboutResources = List.of("R5", "R8", "R9", "R10", "R11", "R18", "R28")
                .contains(scene.counterexample().finding().rule().text());
        this.removalBegan = scene.counterexample().trace().stream()
                .filter(event -> event.kind() == EventKind.REMOVE_ENTER || event.kind() == EventKind.GONE)
                .mapToInt(KernelEvent::step)
                .min()
                .orElse(Integer.MAX_VALUE);
        this.preludes = preludes(scene.counterexample().trace());
        for (KernelEvent event : scene.counterexample().trace()) {
            if (event.kind() == EventKind.BLOCK || event.kind() == EventKind.STUCK) {
                contended.add(event.object());
            }
        }
    }

    /// At most `most` events, and those shown in any case, in the order of the trace.
    public List<KernelEvent> choose(int most) {
        if (scene.isAboutHistory()) {
            return List.of();
        }
        SortedSet<Integer> references = scene.references();
        List<KernelEvent> shown = new ArrayList<>();
        List<KernelEvent> candidates = new ArrayList<>();
        for (KernelEvent event : scene.counterexample().trace()) {
            if (event.step() > scene.lastStep()) {
                break;
            }
            if (references.contains(event.step()) || isShownAlways(event)) {
                shown.add(event);
            } else if (importance(event) < NEVER) {
                candidates.add(event);
            }
        }
        List<KernelEvent> wanted = new ArrayList<>(closest(candidates, 1, most));
        wanted.addAll(closest(candidates, 2, most));
        wanted.addAll(closest(candidates, ACCESS, MOST_ACCESSES));
        wanted.stream().limit(Math.max(0, most - shown.size())).forEach(shown::add);
        shown.sort(Comparator.comparingInt(KernelEvent::step));
        return shown;
    }

    /// Those of one importance, the closest to the failure first.
    private List<KernelEvent> closest(List<KernelEvent> candidates, int importance, int most) {
        return candidates.reversed().stream()
                .filter(event -> importance(event) == importance)
                .limit(most)
                .toList();
    }

    private boolean isShownAlways(KernelEvent event) {
        return scene.failures().containsKey(event.step())
                || switch (event.kind()) {
                    case SPINNING, OOPS, MISUSE, SLEEP_IN_ATOMIC, FREED_WHILE_ARMED, LEAKED, FAULT, GONE -> true;
                    case WRONG_TYPE, WRONG_COOKIE, WRONG_GUARD, STALE_GUARD, OUTLIVED, GUEST_ERROR, LIED -> true;
                    default -> false;
                };
    }

    private int importance(KernelEvent event) {
        boolean isSubject = scene.subjects().contains(event.object());
        int ifSubject = isSubject ? 1 : NEVER;
        return switch (event.kind()) {
            case REMOVE_ENTER, REMOVE_EXIT, UNBOUND, PROBE_UNWOUND, BLOCK, WAKE, DRAIN_BEGIN, DRAIN_END, GONE -> 1;
            case PROBE_EXIT -> event.detail() < 0 ? 1 : NEVER;
            case OPERATION_ENTER -> event.detail() == EntryPoint.RELEASE.ordinal() ? 1 : NEVER;
            case ALLOC, ACQUIRE, RELEASE, DEVRES_ADD, DEVRES_RELEASE -> isSubject ? 1 : isAboutResources ? 2 : NEVER;
            case ACTION_REFUSED, ACTION_BEGIN, ACTION_END, MODULE_EXIT, MODULE_BUSY -> isAboutResources ? 2 : NEVER;
            case SCOPE_GUARDED, SCOPE_DISMISSED -> isSubject ? 1 : isAboutResources ? 2 : NEVER;
            case FREE, DESTROY -> isSubject ? 1 : 2;
            case WITHDRAWN, DROP_BEGIN, DROP_END -> ifSubject;
            case DEREFERENCED, INTO_FOREIGN, FROM_FOREIGN, BORROW, BORROW_END -> ifSubject;
            case TYPE_COMPARED -> event.detail() == 0 ? 1 : NEVER;
            case LOCK, UNLOCK ->
                contended.contains(event.object()) ? 1 : isSubject && !isOldNews(event) ? ACCESS : NEVER;
            case GUARD_ENTER, GUARD_EXIT, GUARD_REFUSED -> contended.contains(event.object()) ? 1 : 2;
            case FREED_WHILE_REFERENCED, REINITIALISED, CHILD_ADDED -> 1;
            case LISTED, UNLISTED, FOUND, GROUP_JOINED, GROUP_LEFT -> isSubject ? 1 : 2;
            case CALLBACK_ENTER, CALLBACK_EXIT, MAPPED, MAPPING_USED -> 2;
            case ASYNC_ENTER, ASYNC_EXIT, ARM, DISARM -> 2;
            case IO_READ, IO_WRITE, IO_UNMAPPED, IO_UNPOWERED -> event.step() > removalBegan ? 2 : NEVER;
            case REF_INIT, REF_INC, REF_INC_NOT_ZERO, REF_DEC -> isSubject ? 2 : NEVER;
            case REFERENCE_TAKEN, REFERENCE_DROPPED, UPGRADED, WAKE_NOBODY -> isSubject ? 2 : NEVER;
            case READ, WRITE, READ_ONCE, WRITE_ONCE, LOAD_ACQUIRE, STORE_RELEASE, USE ->
                isSubject && !isOldNews(event) && !preludes.get(event.step()) ? ACCESS : NEVER;
            case INIT, DRVDATA_SET, DRVDATA_GET, FILE_LAST_PUT -> isSubject && !isOldNews(event) ? ACCESS : NEVER;
            case SPINNING, OOPS, MISUSE, SLEEP_IN_ATOMIC, FREED_WHILE_ARMED, LEAKED, FAULT, STUCK -> 1;
            case WRONG_TYPE, WRONG_COOKIE, WRONG_GUARD, STALE_GUARD, OUTLIVED, GUEST_ERROR -> 1;
            case RELEASED_AGAIN, MODULE_FREED, LIED -> 1;
            case PROBE_ENTER, OPERATION_EXIT, REFERENCE_GONE, FILE_OPENED, FILE_DATA, END -> NEVER;
            case FORK, SETTLED, PUBLISH, OBSERVE, EXCHANGE, JOIN -> NEVER;
            default -> isSubject ? 2 : NEVER;
        };
    }

    /// The uses of a structure that only begin what the next event of the same task says, such as taking a lock
    /// in it.
    private static BitSet preludes(List<KernelEvent> trace) {
        var preludes = new BitSet();
        Map<Integer, KernelEvent> next = new HashMap<>();
        for (KernelEvent event : trace.reversed()) {
            KernelEvent follower = next.put(event.task(), event);
            if (event.kind() == EventKind.USE && follower != null && isBegunByUse(follower, preludes)) {
                preludes.set(event.step());
            }
        }
        return preludes;
    }

    private static boolean isBegunByUse(KernelEvent follower, BitSet preludes) {
        return switch (follower.kind()) {
            case LOCK, UNLOCK, GUARD_ENTER, GUARD_EXIT, GUARD_REFUSED, WRONG_GUARD -> true;
            case BLOCK, WAKE, WAKE_NOBODY, DRAIN_BEGIN, SLEEP_IN_ATOMIC -> true;
            case REF_INIT, REF_INC, REF_INC_NOT_ZERO, REF_DEC, FREE, ARM, DISARM -> true;
            default -> preludes.get(follower.step());
        };
    }

    /// Whether the set-up did it, and the rule was broken by somebody else.
    private boolean isOldNews(KernelEvent event) {
        return TaskNames.isAlone(scene.counterexample(), event.task())
                && !scene.failingTasks().contains(event.task());
    }
}
