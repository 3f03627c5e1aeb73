package dev.yank.model.spec.device;

import java.util.List;

/// What a process does with a reference to a counted object: it makes another one from it.
///
/// Handles name references here. Opening looks the object up and gives a strong reference, closing drops a
/// reference of either kind. An open file is such an object as well, and descriptors are references to it: cloning one
/// is `dup()`, as is being forked with it; there are no weak ones.
public sealed interface ReferenceOperation extends DeviceOperation {

    /// The reference that the process has.
    Handle from();

    /// The handle that names the new reference.
    int to();

    @Override
    default int device() {
        return from().device();
    }

    @Override
    default List<Object> value() {
        return List.of(device(), from().number(), to());
    }

    /// One more reference of the same kind.
    record CloneReference(Handle from, int to) implements ReferenceOperation {

        /// Refuses a handle that does not exist.
        public CloneReference {
            Range.check("A handle", to, 0, Handle.LIMIT - 1);
        }

        @Override
        public String f() {
            return "clone";
        }
    }

    /// A weak reference from a strong one.
    record Downgrade(Handle from, int to) implements ReferenceOperation {

        /// Refuses a handle that does not exist.
        public Downgrade {
            Range.check("A handle", to, 0, Handle.LIMIT - 1);
        }

        @Override
        public String f() {
            return "downgrade";
        }
    }

    /// A strong reference from a weak one, as long as there is another strong one.
    record Upgrade(Handle from, int to) implements ReferenceOperation {

        /// Refuses a handle that does not exist.
        public Upgrade {
            Range.check("A handle", to, 0, Handle.LIMIT - 1);
        }

        @Override
        public String f() {
            return "upgrade";
        }
    }
}
