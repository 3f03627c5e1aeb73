package dev.yank.harness.property;

import dev.yank.harness.generate.Programs;
import dev.yank.harness.program.Program;
import dev.yank.harness.run.DeviceUnderTest;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/// The properties that drivers of every device share.
///
/// A program is one value of jqwik, so a failure is shrunk to a small program; the seed governs the schedules
/// that it is performed under. The message of a failure says which rule is broken and how, and how to replay
/// it.
public sealed interface DriverProperties permits Pl061DriverProperties, EduDriverProperties {

    /// The class of the driver, such as `com.example.MyDriver`: on the class path of the tests, annotated
    /// with [dev.yank.harness.kernel.UnderTest].
    String driverClass();

    /// What it drives.
    DeviceUnderTest device();

    /// Programs of two to four processes, one of which takes the device away, without what the driver does not
    /// offer.
    @Provide
    default Arbitrary<Program> programs() {
        Subject subject = Subject.of(driverClass(), device());
        return Programs.of(device().kind(), 2, 4).map(subject::offered);
    }

    @Property(tries = 300)
    @Label("no interleaving breaks a rule")
    default void noInterleavingBreaksARule(@ForAll("programs") Program program, @ForAll long seed) {
        collect(program);
        Subject.of(driverClass(), device()).breaksNoRule(program, seed);
    }

    @Property(tries = 40)
    @Label("a failed probe leaves nothing behind")
    default void aFailedProbeLeavesNothingBehind(@ForAll("programs") Program program, @ForAll long seed) {
        Subject.of(driverClass(), device()).leavesNothingBehind(program, seed);
    }

    @Property(tries = 100)
    @Label("the same program and schedule give the same trace twice")
    default void theSameProgramAndScheduleGiveTheSameTraceTwice(
            @ForAll("programs") Program program, @ForAll long seed) {
        Subject.of(driverClass(), device()).repeatsItself(program, seed);
    }

    @Property(tries = 150)
    @Label("what the processes saw is linearizable")
    default void whatTheProcessesSawIsLinearizable(@ForAll("programs") Program program, @ForAll long seed) {
        collect(program);
        Subject.of(driverClass(), device()).answersInSomeOrder(program, seed);
    }

    private static void collect(Program program) {
        Statistics.label("processes").collect(program.processes().size());
        Statistics.label("operations").collect(program.size());
    }
}
