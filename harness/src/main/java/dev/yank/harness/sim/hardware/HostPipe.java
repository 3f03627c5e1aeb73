package dev.yank.harness.sim.hardware;

import com.google.errorprone.annotations.Var;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The device behind goldfish_pipe: a channel to the host, over which bytes come. Here all pipes share one
/// channel, which signals every byte while any pipe is open, and a command carries no page of memory, but answers
/// in a register.
///
/// Source: `drivers/platform/goldfish/goldfish_pipe.c`, Linux kernel, Google, 2011-2017.
public final class HostPipe implements MmioDevice {

    /// Which command to do; write only.
    public static final int CMD = 0x00;

    /// What the last command answered; read only.
    public static final int RESULT = 0x08;

    /// 1 where a byte has come that somebody waits for; reading clears it.
    public static final int GET_SIGNALLED = 0x30;

    public static final int CMD_OPEN = 1;
    public static final int CMD_CLOSE = 2;
    public static final int CMD_POLL = 3;
    public static final int CMD_READ = 6;
    public static final int CMD_WAKE_ON_READ = 7;

    /// What a read answers where nothing has come.
    public static final int ERROR_AGAIN = 0xff;

    private static final int SIZE = 0x40;
    private static final int MOST = 16;

    private final InterruptLine line;
    private final HardwareLog log;
    private final Deque<Integer> bytes = new ArrayDeque<>();

    @Var
    private int levels;

    @Var
    private int result;

    @Var
    private int open;

    @Var
    private boolean signalled;

    public HostPipe(InterruptLine line, HardwareLog log) {
        this.line = line;
        this.log = log;
    }

    /// The host sends a byte whenever a level goes up.
    ///
    /// @param which the byte, 0 to 7
    public void drive(int which, int level) {
        int bit = 1 << which;
        boolean goesUp = level == 1 && (levels & bit) == 0;
        levels = level == 1 ? levels | bit : levels & ~bit;
        if (goesUp && bytes.size() < MOST) {
            bytes.add(which);
            signal();
        }
    }

    private void signal() {
        if (open > 0 && !bytes.isEmpty() && !signalled) {
            signalled = true;
            line.raise();
        }
    }

    @Override
    public long size() {
        return SIZE;
    }

    @Override
    public long read(long offset, int width) {
        return switch ((int) offset) {
            case RESULT -> result;
            case GET_SIGNALLED -> {
                int answer = signalled ? 1 : 0;
                if (signalled) {
                    line.lower();
                }
                signalled = false;
                yield answer;
            }
            default -> {
                log.guestError("The pipe has no register " + offset + " to read.");
                yield 0;
            }
        };
    }

    @Override
    public void write(long offset, int width, long value) {
        if (offset != CMD) {
            log.guestError("The pipe has no register " + offset + " to write.");
            return;
        }
        switch ((int) value) {
            case CMD_OPEN -> open++;
            case CMD_CLOSE -> open = Math.max(0, open - 1);
            case CMD_POLL -> result = bytes.isEmpty() ? 0 : 1;
            case CMD_READ -> result = bytes.isEmpty() ? ERROR_AGAIN : bytes.removeFirst();
            case CMD_WAKE_ON_READ -> signal();
            default -> log.guestError("The pipe does not know command " + value + ".");
        }
    }

    @Override
    public List<RegisterValue> registers() {
        return List.of(
                new RegisterValue(RESULT, 4, "result", result),
                new RegisterValue(GET_SIGNALLED, 4, "signalled", signalled ? 1 : 0));
    }

    @Override
    public void reset() {
        bytes.clear();
        open = 0;
        if (signalled) {
            line.lower();
        }
        signalled = false;
    }
}
