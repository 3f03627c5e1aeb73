package dev.yank.drivers.edu;

import dev.yank.harness.kernel.Memory;
import dev.yank.harness.kernel.Struct;

/// `<linux/container_of.h>`.
public final class ContainerOf {

    private ContainerOf() {}

    /// The object on the heap that `member` is embedded in. Address arithmetic, as in C: the object is not
    /// looked at.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as in C, the caller knows the type
    public static <T> T container_of(Struct member) {
        Memory memory = member.yank$memory();
        if (memory == null) {
            throw new IllegalArgumentException("container_of needs a member of an object on the heap.");
        }
        return (T) memory.object();
    }
}
