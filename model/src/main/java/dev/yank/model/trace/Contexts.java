package dev.yank.model.trace;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// Where each task is: in which callback of which driver, entered at which step; and where each device is in
/// its life.
///
/// Every judge reads it; only [TraceJudge] feeds it.
final class Contexts {

    /// What a task is inside of. The order matters to nobody.
    enum Place {
        OUTSIDE,
        OPERATION,
        PROBE,
        REMOVE,
        ASYNC
    }

    private static final int FIRST_TASKS = 16;
    private static final int DEEPEST = 8;

    @Var
    private Place[][] places = new Place[FIRST_TASKS][DEEPEST];

    @Var
    private int[][] objects = new int[FIRST_TASKS][DEEPEST];

    @Var
    private int[][] entryPoints = new int[FIRST_TASKS][DEEPEST];

    @Var
    private int[][] entered = new int[FIRST_TASKS][DEEPEST];

    @Var
    private int[] depths = new int[FIRST_TASKS];

    private final IntTable deviceOfFile = new IntTable();
    private final IntTable opened = new IntTable();

    /// By task, how many callbacks of an upper layer it is inside of.
    private final IntTable callbacks = new IntTable();

    private final IntTable removeEntered = new IntTable();
    private final IntTable unbound = new IntTable();
    private final IntTable gone = new IntTable();
    private final IntTable asleep = new IntTable();
    private final IntTable probed = new IntTable();

    @Var
    private int probes;

    @Var
    private boolean lied;

    void clear() {
        Arrays.fill(depths, 0);
        deviceOfFile.clear();
        opened.clear();
        callbacks.clear();
        removeEntered.clear();
        unbound.clear();
        gone.clear();
        asleep.clear();
        probed.clear();
        probes = 0;
        lied = false;
    }

    void event(int step, EventKind kind, int task, int object, int detail) {
        switch (kind) {
            case OPERATION_ENTER -> {
                push(task, Place.OPERATION, object, detail, step);
                if (isIn(task, EntryPoint.SUSPEND)) {
                    asleep.put(object, step);
                }
            }
            case PROBE_ENTER -> {
                probed.put(object, step);
                probes++;
                push(task, Place.PROBE, object, 0, step);
            }
            case REMOVE_ENTER -> {
                removeEntered.put(object, step);
                push(task, Place.REMOVE, object, 0, step);
            }
            case ASYNC_ENTER -> push(task, Place.ASYNC, object, 0, step);
            case UNBOUND -> {
                unbound.put(object, step);
                pop(task);
            }
            case PROBE_EXIT -> {
                probed.put(object, 0);
                probes--;
                pop(task);
            }
            case OPERATION_EXIT -> {
                if (isIn(task, EntryPoint.RESUME)) {
                    asleep.put(object, 0);
                }
                pop(task);
            }
            case ASYNC_EXIT -> pop(task);
            case LIED -> lied = true;
            case GONE -> gone.put(object, step);
            case FILE_OPENED -> {
                deviceOfFile.put(object, detail);
                opened.put(object, step);
            }
            case CALLBACK_ENTER -> callbacks.put(task, callbacks.get(task) + 1);
            case CALLBACK_EXIT -> callbacks.put(task, callbacks.get(task) - 1);
            default -> {}
        }
    }

    private void push(int task, Place place, int object, int entryPoint, int step) {
        if (task >= depths.length) {
            grow(2 * task);
        }
        int depth = depths[task]++;
        places[task][depth] = place;
        objects[task][depth] = object;
        entryPoints[task][depth] = entryPoint;
        entered[task][depth] = step;
    }

    private void pop(int task) {
        if (depth(task) > 0) {
            depths[task]--;
        }
    }

    private void grow(int tasks) {
        int before = depths.length;
        depths = Arrays.copyOf(depths, tasks);
        places = Arrays.copyOf(places, tasks);
        objects = Arrays.copyOf(objects, tasks);
        entryPoints = Arrays.copyOf(entryPoints, tasks);
        entered = Arrays.copyOf(entered, tasks);
        for (int task = before; task < tasks; task++) {
            places[task] = new Place[DEEPEST];
            objects[task] = new int[DEEPEST];
            entryPoints[task] = new int[DEEPEST];
            entered[task] = new int[DEEPEST];
        }
    }

    private int depth(int task) {
        return task < depths.length ? depths[task] : 0;
    }

    Place place(int task) {
        return depth(task) == 0 ? Place.OUTSIDE : places[task][depths[task] - 1];
    }

    /// The file, device or asynchronous source that the task is inside of, or 0.
    int object(int task) {
        return depth(task) == 0 ? 0 : objects[task][depths[task] - 1];
    }

    EntryPoint entryPoint(int task) {
        return EntryPoint.of(entryPoints[task][depths[task] - 1]);
    }

    boolean isIn(int task, EntryPoint entryPoint) {
        return place(task) == Place.OPERATION && entryPoint(task) == entryPoint;
    }

    /// The step at which the task entered the place where it is, or 0.
    int entered(int task) {
        return depth(task) == 0 ? 0 : entered[task][depths[task] - 1];
    }

    /// The step at which the call began that the task is inside of: of an open, when the node was found.
    int began(int task) {
        return isIn(task, EntryPoint.OPEN) ? opened.get(object(task)) : entered(task);
    }

    /// Whether the task is inside of something that an upper layer called.
    boolean isInCallback(int task) {
        return callbacks.get(task) > 0;
    }

    /// The device of an open file, or 0.
    int deviceOf(int file) {
        return deviceOfFile.get(file);
    }

    /// The device that the task works on: that of its file, or the one it probes or removes; 0 if there is
    /// none.
    int device(int task) {
        return switch (place(task)) {
            case OPERATION -> {
                int device = deviceOfFile.get(object(task));
                yield device == 0 ? object(task) : device;
            }
            case PROBE, REMOVE -> object(task);
            case ASYNC, OUTSIDE -> 0;
        };
    }

    /// Some task that is inside a callback of the driver, other than `except`; -1 where there is none.
    int anyInside(int except) {
        for (int task = 0; task < depths.length; task++) {
            if (task != except && depths[task] > 0) {
                return task;
            }
        }
        return -1;
    }

    /// Whether the device has lied.
    boolean hasLied() {
        return lied;
    }

    /// Whether the device is being probed at this moment.
    boolean isProbed(int device) {
        return probed.get(device) != 0;
    }

    /// Whether any device is being probed at this moment.
    boolean isAnyProbed() {
        return probes > 0;
    }

    /// The step at which unbinding was over, or 0 while the device is bound or being unbound.
    int unbound(int device) {
        return unbound.get(device);
    }

    /// The step at which remove was entered, or 0.
    int removeEntered(int device) {
        return removeEntered.get(device);
    }

    /// Whether the device was told to sleep, and has not come back from that.
    boolean isAsleep(int device) {
        return asleep.get(device) != 0;
    }

    boolean isGone(int device) {
        return gone.get(device) != 0;
    }

    /// Whether the task is in an operation that it entered before unbinding was over, if it is over.
    boolean enteredBeforeUnbound(int task, int device) {
        int over = unbound.get(device);
        return place(task) == Place.OPERATION && (over == 0 || entered(task) < over);
    }
}
