package dev.yank.harness.sim.hardware;

import com.google.errorprone.annotations.Var;

/// An edu device with everything around it that a test looks at.
final class EduBench {
    static final int MEMORY = 0x0002;
    static final int MASTER = 0x0004;
    static final int INTX_DISABLE = 0x0400;

    final SteppedClock clock = new SteppedClock();
    final MappedMemory memory = new MappedMemory();
    final RecordingLine pin = new RecordingLine();
    final RecordingLog log = new RecordingLog();

    @Var
    int messages;

    final PciEdu edu = new PciEdu(clock, memory, pin, () -> messages++, log);

    void command(int bits) {
        edu.config().write(0x04, 2, bits);
    }

    void enableMsi() {
        edu.config().write(PciConfigSpace.MSI_OFFSET + 2, 2, 1);
    }

    long read(long offset) {
        return edu.read(offset, 4);
    }

    void write(long offset, long value) {
        edu.write(offset, 4, value);
    }

    void transfer(long source, long destination, long count, long command) {
        edu.write(0x80, 8, source);
        edu.write(0x88, 8, destination);
        edu.write(0x90, 8, count);
        edu.write(0x98, 8, command);
    }
}
