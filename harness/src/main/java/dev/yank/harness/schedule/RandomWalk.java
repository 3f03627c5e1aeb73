package dev.yank.harness.schedule;

/// Chooses uniformly among the runnable tasks at every decision.
///
/// The baseline of the field: P. Thomson, A. Donaldson, A. Betts, "Concurrency Testing Using Schedule
/// Bounding: an Empirical Study", PPoPP 2014, finds it at least as good as schedule bounding on many
/// subjects.
public final class RandomWalk implements Strategy {

    private final SplitMix random = new SplitMix(0);

    @Override
    public String name() {
        return "random";
    }

    @Override
    public void begin(long seed) {
        random.reseed(seed);
    }

    @Override
    public int next(TaskSet runnable, int current, int decision) {
        return runnable.nth(random.nextInt(runnable.size()));
    }
}
