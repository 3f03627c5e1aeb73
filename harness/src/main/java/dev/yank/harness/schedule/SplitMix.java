package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;

/// A small seeded generator whose sequence is fixed for ever, so that a seed means the same in every JVM.
///
/// Source: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
public final class SplitMix {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    @Var
    private long state;

    public SplitMix(long seed) {
        this.state = seed;
    }

    /// Starts again from `seed`.
    public void reseed(long seed) {
        state = seed;
    }

    /// The next 64 bits.
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /// A number from 0 to `bound` - 1. The bias is below 2^-32 times the bound, which is at most a few
    /// thousand here.
    public int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /// The finalizer of the generator: a bijection that spreads every bit of `z` over the result.
    public static long mix(long z) {
        @Var long mixed = z;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /// A seed for part `index` of whatever `seed` governs.
    public static long derive(long seed, long index) {
        return mix(seed + GOLDEN_GAMMA * (index + 1));
    }
}
