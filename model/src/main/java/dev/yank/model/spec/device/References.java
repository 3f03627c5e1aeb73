package dev.yank.model.spec.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who refers to the objects of a table.
///
/// @param present whether an object is in the table
/// @param instance how many objects there have been; the last one is that in the table, if one is
/// @param held the references of processes, in the order of their handles
public record References(boolean present, int instance, List<Held> held) {

    static final References NONE = new References(false, 0, List.of());

    /// Whether a reference keeps the object alive, or only its storage.
    public enum Strength {
        STRONG,
        WEAK
    }

    /// One reference of a process.
    ///
    /// @param handle its name
    /// @param instance which object it refers to
    public record Held(int handle, int instance, Strength strength) {}

    public References(boolean present, int instance, List<Held> held) {
        this.present = present;
        this.instance = instance;
        this.held = List.copyOf(held);
    }

    Optional<Held> at(int handle) {
        for (Held reference : held) {
            if (reference.handle == handle) {
                return Optional.of(reference);
            }
        }
        return Optional.empty();
    }

    /// Whether anybody keeps an object alive: the table, or a process.
    boolean isAlive(int object) {
        if (present && object == instance) {
            return true;
        }
        for (Held reference : held) {
            if (reference.instance == object && reference.strength == Strength.STRONG) {
                return true;
            }
        }
        return false;
    }

    References inserted() {
        return new References(true, instance + 1, held);
    }

    References removed() {
        return new References(false, instance, held);
    }

    References with(Held added) {
        List<Held> more = new ArrayList<>(held.size() + 1);
        for (Held reference : held) {
            if (reference.handle < added.handle) {
                more.add(reference);
            }
        }
        more.add(added);
        for (Held reference : held) {
            if (reference.handle > added.handle) {
                more.add(reference);
            }
        }
        return new References(present, instance, more);
    }

    References without(int handle) {
        return new References(
                present,
                instance,
                held.stream().filter(reference -> reference.handle != handle).toList());
    }
}
