package dev.yank.harness.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// When a guest is given up that says nothing.
final class HeartbeatTest {

    private static final long SECOND = 1_000_000_000;
    private static final Patience PATIENCE = new Patience(400, 4_000);

    @Test
    void whoBeatsIsWaitedForUntilPatienceEnds() {
        var heartbeat = new Heartbeat(PATIENCE, 1, 0);
        for (int second = 1; second < 100; second++) {
            assertThat(heartbeat.goesOn(1 + second, second * SECOND)).isTrue();
        }
        assertThat(heartbeat.goesOn(101, 100 * SECOND)).isFalse();
    }

    @Test
    void whoDoesNotBeatForLongIsDead() {
        var heartbeat = new Heartbeat(PATIENCE, 1, 0);
        assertThat(heartbeat.goesOn(2, 8 * SECOND)).isTrue();
        assertThat(heartbeat.goesOn(2, 17 * SECOND)).isTrue();
        assertThat(heartbeat.goesOn(2, 18 * SECOND)).isFalse();
    }

    @Test
    void whoHasNeverBeatenIsWaitedFor() {
        var heartbeat = new Heartbeat(PATIENCE, 0, 0);
        assertThat(heartbeat.goesOn(0, 90 * SECOND)).isTrue();
        assertThat(heartbeat.goesOn(0, 101 * SECOND)).isFalse();
    }
}
