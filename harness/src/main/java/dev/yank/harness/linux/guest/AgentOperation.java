package dev.yank.harness.linux.guest;

/// One operation as the agent performs it.
///
/// @param code what
/// @param handle on which file
/// @param result the handle that it makes, where it makes one
/// @param after what it waits for first
/// @param delayMicroseconds how long it waits then
/// @param argument its first argument: a length, a number, or the number of a string
/// @param detail its second
public record AgentOperation(
        Code code, int handle, int result, Position after, int delayMicroseconds, long argument, int detail) {

    /// What the agent can do, in the order of its numbers.
    public enum Code {
        PAUSE,
        WAIT_ALL,
        OPEN,
        CLOSE,
        READ,
        WRITE,
        POLL,
        SYSFS,
        IOCTL,
        MMAP_READ,
        GPIO_CHIP_INFO,
        GPIO_LINE_INFO,
        GPIO_WATCH,
        GPIO_LINE,
        GPIO_GET,
        GPIO_SET,
        GPIO_CONFIG,
        GPIO_V1_LINE,
        GPIO_V1_EVENT,
        GPIO_V1_GET,
        GPIO_V1_SET,
        IOCTL_BUFFER,
        READ_FILE,
        HOST,
        AWAIT_NODE,
        CLOSE_MAGIC,
        AWAIT_DRIVER
    }

    /// Which moment of another process' operation.
    public enum Moment {
        INVOKED,
        COMPLETED
    }

    /// A moment of another process' operation; or none.
    ///
    /// @param process whose, or -1 for none
    /// @param index which of its operations
    /// @param moment which moment
    public record Position(int process, int index, Moment moment) {

        /// No moment: at once.
        public static final Position NONE = new Position(-1, 0, Moment.INVOKED);
    }

    /// An operation that waits for nothing.
    public static AgentOperation of(Code code, int handle, long argument, int detail) {
        return new AgentOperation(code, handle, 0, Position.NONE, 0, argument, detail);
    }
}
