package dev.yank.drivers.objects;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R7 and nothing else: a thread keeps a pointer to its group leader without a reference of its own, and puts
/// one all the same.
///
/// Source: "Re: [TECH TOPIC] Rust for Linux", mail of 8 July 2021 to ksummit, W. Almeida Filho; anti-pattern 9 of
/// X. He et al., One Simple API Can Cause Hundreds of Bugs, SOSP, 2023.
@UnderTest(
        name = "object-task-leader-without-get",
        device = "object",
        breaks = "R7",
        summary = "A thread points to its group leader without holding it.")
public final class LeaderWithoutGet extends ObjectTask {

    @Override
    Task get_group_leader(Task leader) {
        return leader;
    }
}
