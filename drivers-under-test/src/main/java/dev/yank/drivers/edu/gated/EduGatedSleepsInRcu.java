package dev.yank.drivers.edu.gated;

import static dev.yank.harness.kernel.Rcu.rcu_read_lock;
import static dev.yank.harness.kernel.Rcu.rcu_read_unlock;

import dev.yank.harness.kernel.UnderTest;

/// Breaks K1 and nothing else: sleeps inside an RCU read-side critical section.
@UnderTest(
        name = "edu-gated-sleeps-in-rcu",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "K1",
        summary = "Waits for the DMA interrupt under rcu_read_lock.")
public final class EduGatedSleepsInRcu extends EduGated {

    @Override
    void edu_wait_dma(Edu edu) {
        rcu_read_lock();
        super.edu_wait_dma(edu);
        rcu_read_unlock();
    }
}
