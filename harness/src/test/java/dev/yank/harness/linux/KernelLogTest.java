package dev.yank.harness.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Reports as stock kernels wrote them in recorded runs, shortened.
final class KernelLogTest {

    private static final String WARNING = """
        [    3.513383] ------------[ cut here ]------------
        [    3.513643] remove_proc_entry: removing non-empty directory 'irq/17', leaking at least 'yank'
        [    3.514132] WARNING: CPU: 0 PID: 87 at fs/proc/generic.c:740 remove_proc_entry+0x224/0x230
        [    3.515777] pc : remove_proc_entry+0x224/0x230
        [    3.529039] Call trace:
        [    3.529116]  remove_proc_entry+0x224/0x230
        [    3.529233]  unregister_irq_proc+0xe4/0x11c
        [    3.529539]  gpiochip_irqchip_remove+0xe4/0x1c0
        """;

    private static final String OOPS = """
        [   19.1] Unable to handle kernel NULL pointer dereference at virtual address 00000000000000a8
        [   19.2] Internal error: Oops: 0000000096000004 [#1] SMP
        [   19.3] pc : gpio_desc_to_lineinfo+0x1c/0x1d0
        [   19.4] Call trace:
        [   19.5]  gpio_desc_to_lineinfo+0x1c/0x1d0
        [   19.6]  lineinfo_get+0x98/0x120
        """;

    private static final String USE_AFTER_FREE = """
        [   12.0] general protection fault, probably for non-canonical address 0x6b6b6b6b6b6b6b9b: 0000 [#1]
        [   12.1] RIP: 0010:cdev_put+0xe/0x20
        [   12.2]  __fput+0x1b1/0x250
        """;

    /// As compilers make it: letting the device go is part of closing the file.
    private static final String USE_AFTER_FREE_INLINE = """
        [   35.6] general protection fault, probably for non-canonical address 0x6b6b6b6b6b6b6ec3: 0000 [#1] PREEMPT
        [   35.7] CPU: 1 PID: 109 Comm: init Not tainted 6.1.0-56-amd64 #1  Debian 6.1.192-2
        [   35.7] RIP: 0010:module_put+0x11/0x90
        [   35.7] RDX: ffffea00001c4208 RSI: 0000000000000286 RDI: 6b6b6b6b6b6b6b6b
        [   35.7] Call Trace:
        [   35.7]  <TASK>
        [   35.7]  __fput+0x237/0x250
        [   35.7]  task_work_run+0x59/0x90
        """;

    @Test
    void aCharacterDeviceThatWasFreedBreaksR39AndR34AlsoWhereItsEndIsPartOfClosing() {
        assertThat(KernelLog.judge(USE_AFTER_FREE_INLINE)).singleElement().satisfies(one -> {
            assertThat(one.rules()).extracting(Object::toString).containsExactly("R39", "R34");
            assertThat(one.signature()).isEqualTo("R39 general protection fault in module_put");
        });
        assertThat(KernelLog.judge(USE_AFTER_FREE_INLINE.replace("__fput", "delete_module")))
                .singleElement()
                .satisfies(one -> assertThat(one.rule().text()).isEqualTo("R34"));
    }

    @Test
    void anInterruptThatIsFreedWhileItIsUsedBreaksR24() {
        assertThat(KernelLog.judge(WARNING)).singleElement().satisfies(one -> {
            assertThat(one.rule().text()).isEqualTo("R24");
            assertThat(one.signature())
                    .isEqualTo("R24 WARNING at fs/proc/generic.c:N remove_proc_entry in remove_proc_entry");
            assertThat(one.evidence()).contains(" gpiochip_irqchip_remove+0xe4/0x1c0");
        });
    }

    @Test
    void aMissingDevicePointerBreaksR36InTheFunctionThatUsedIt() {
        assertThat(KernelLog.judge(OOPS)).singleElement().satisfies(one -> {
            assertThat(one.rule().text()).isEqualTo("R36");
            assertThat(one.signature()).endsWith("in gpio_desc_to_lineinfo");
        });
    }

    @Test
    void aCharacterDeviceThatWasFreedBreaksR39() {
        assertThat(KernelLog.judge(USE_AFTER_FREE))
                .singleElement()
                .satisfies(one -> assertThat(one.rule().text()).isEqualTo("R39"));
    }

    @Test
    void whatIsSaidOfAnOrdinaryDayIsNoAccusation() {
        assertThat(KernelLog.judge("""
            [    1.0] yank: ready
            [    2.0] gpio gpiochip0: REMOVING GPIOCHIP WITH GPIOS STILL REQUESTED
            [    3.0] input: gpio-keys as /devices/platform/gpio-keys/input/input3
            """)).isEmpty();
    }

    @Test
    void theSameBugHasTheSameSignatureOnAnotherProcessorAndAddress() {
        assertThat(KernelLog.judge(
                        WARNING.replace("CPU: 0 PID: 87", "CPU: 1 PID: 9123").replace("0x224", "0x230")))
                .extracting(Accusation::signature)
                .isEqualTo(KernelLog.judge(WARNING).stream()
                        .map(Accusation::signature)
                        .toList());
    }

    @Test
    void anOopsAfterAWarningIsReportedAndWhatHangsThenIsItsConsequence() {
        var both = KernelLog.judge(WARNING + OOPS + USE_AFTER_FREE);
        assertThat(both).extracting(one -> one.rule().text()).containsExactly("R24", "R36");
        var hangs = new Accusation(both.getFirst().rule(), "R33 line close hangs", "It hangs.", List.of(), List.of());
        assertThat(RunJudge.together(both, List.of(hangs))).containsExactly(both.getLast());
        assertThat(RunJudge.together(KernelLog.judge(WARNING), List.of(hangs))).hasSize(2);
    }

    @Test
    void aTaskThatIsReportedAsHungBecauseRemovalHangsIsNotReportedTwice() {
        var hung = KernelLog.judge("[   12.0] INFO: task init:87 blocked for more than 3 seconds.\n");
        var removal = new Accusation(hung.getFirst().rule(), "R29 unbind waits", "It hangs.", List.of(), List.of());
        assertThat(RunJudge.together(hung, List.of(removal))).containsExactly(removal);
        assertThat(RunJudge.together(hung, List.of())).isEqualTo(hung);
    }
}
