package dev.yank.drivers.frame;

import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.VmArea;

/// Conforms to another answer of policy P7: a fault that comes after the device is gone is refused, and the process
/// gets
/// SIGBUS.
@UnderTest(
        name = "frame-sigbus",
        device = "frame",
        policy = "P1=ENODEV P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P7=SIGBUS P8=drop",
        summary = "Mappings of a device that is gone raise SIGBUS.")
public final class FrameSigbus extends FrameDummyPage {

    @Override
    int fault_when_gone(Frame frame, VmArea vma) {
        return VmArea.VM_FAULT_SIGBUS;
    }
}
