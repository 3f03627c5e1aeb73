package dev.yank.harness.run;

/// Hears how a run is going. May be called from several threads.
public interface Progress {

    /// Hears nothing.
    Progress SILENT = new Progress() {
        @Override
        public void begins(DriverUnderTest driver) {}

        @Override
        public void executed(DriverUnderTest driver, long executions) {}

        @Override
        public void found(DriverUnderTest driver, Sighting sighting) {}

        @Override
        public void ends(DriverResult result) {}
    };

    /// A driver's trial begins.
    void begins(DriverUnderTest driver);

    /// So many executions more.
    void executed(DriverUnderTest driver, long executions);

    /// A rule was seen broken for the first time, and the counterexample is being made small.
    void found(DriverUnderTest driver, Sighting sighting);

    /// A driver's trial is over.
    void ends(DriverResult result);
}
