package dev.yank.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.DeviceUnderTest;
import dev.yank.model.spec.device.DeviceOperation.Delete;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.Misbehave;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Resume;
import dev.yank.model.spec.device.DeviceOperation.Suspend;
import dev.yank.model.spec.device.DeviceOperation.Unload;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.Lie;
import dev.yank.model.spec.device.Removal;
import dev.yank.model.spec.device.Response;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Locale;

/// The driver, and what the world around the device does to it.
public final class DeviceSteps {

    private static final String BINDER = "binder";
    private static final String UNPLUGGER = "unplugger";
    private static final String UNLOADER = "unloader";
    private static final String DELETER = "deleter";
    private static final String SUSPENDER = "suspender";

    private final World world;

    public DeviceSteps(World world) {
        this.world = world;
    }

    @Given("the {string} driver")
    public void theDriver(String name) {
        world.choose(name);
    }

    /// Every knob that is named must be set so in what the driver promises.
    @Given("its policy is {}")
    public void itsPolicyIs(String knobs) {
        List<String> promised =
                List.of(world.driver().about().policy().describe().split(" ", -1));
        assertThat(promised)
                .as("the policy of %s", world.driver().about().name())
                .contains(knobs.split(" and | ", -1));
    }

    @Given("a PL061")
    public void aPl061() {
        requireDriverOf(DeviceUnderTest.PL061);
    }

    @Given("an edu device")
    public void anEduDevice() {
        requireDriverOf(DeviceUnderTest.EDU);
    }

    @Given("a touch screen")
    public void aTouchScreen() {
        requireDriverOf(DeviceUnderTest.TOUCH);
    }

    @Given("a bound touch screen")
    public void aBoundTouchScreen() {
        aTouchScreen();
        theDriverIsBound();
    }

    @Given("a scratch register")
    public void aScratchRegister() {
        requireDriverOf(DeviceUnderTest.SCRATCH);
    }

    @Given("a bound scratch register")
    public void aBoundScratchRegister() {
        aScratchRegister();
        theDriverIsBound();
    }

    @Given("a pipe to the host")
    public void aPipe() {
        requireDriverOf(DeviceUnderTest.PIPE);
    }

    @Given("a bound pipe to the host")
    public void aBoundPipe() {
        aPipe();
        theDriverIsBound();
    }

    @Given("a bound camera")
    public void aBoundCamera() {
        requireDriverOf(DeviceUnderTest.CAPTURE);
        theDriverIsBound();
    }

    @Given("a bound frame buffer")
    public void aBoundFrameBuffer() {
        requireDriverOf(DeviceUnderTest.FRAME);
        theDriverIsBound();
    }

    private void requireDriverOf(DeviceUnderTest device) {
        assertThat(world.driver().about().device())
                .as("what %s drives", world.driver().about().name())
                .isEqualTo(device);
    }

    @Given("a bound PL061")
    public void aBoundPl061() {
        aPl061();
        theDriverIsBound();
    }

    @Given("a bound edu device")
    public void aBoundEduDevice() {
        anEduDevice();
        theDriverIsBound();
    }

    @When("the driver is bound")
    @When("the driver is bound again")
    @When("the device is plugged in again")
    @When("the device is enabled")
    @When("the device is restarted")
    @When("the bus is scanned again")
    public void theDriverIsBound() {
        world.story().tell(BINDER, new Probe(0));
    }

    @Given("the kernel will refuse acquisition {int}")
    public void theKernelWillRefuse(int acquisition) {
        world.story().refuse(acquisition);
    }

    @When("the device is restarted, and the kernel refuses what is acquired first")
    public void theRestartIsRefused() {
        world.story().refuse(1 + world.play().outcome().acquisitions());
        theDriverIsBound();
    }

    @When("the device is unplugged")
    @When("the device is disabled")
    @When("the device is removed")
    public void theDeviceIsUnplugged() {
        world.story().tell(UNPLUGGER, new Unplug(0, Removal.ORDERLY));
    }

    /// The story goes on while remove has not returned.
    @When("removal of the device begins")
    public void removalBegins() {
        world.story().tellWaiting(UNPLUGGER, new Unplug(0, Removal.ORDERLY));
    }

    @When("the device is pulled out")
    public void theDeviceIsPulledOut() {
        world.story().tell(UNPLUGGER, new Unplug(0, Removal.SURPRISE));
    }

    @Given("a bound virtio register")
    public void aBoundVirtioRegister() {
        requireDriverOf(DeviceUnderTest.VIRTIO);
        theDriverIsBound();
    }

    @When("the device gives back a buffer that does not exist")
    public void givesBackWhatDoesNotExist() {
        lies(Lie.BAD_ID);
    }

    @When("the device gives back the next buffer twice")
    public void givesBackTwice() {
        lies(Lie.ID_TWICE);
    }

    @When("the device says that it wrote more than the buffer holds")
    public void saysThatItWroteMore() {
        lies(Lie.LENGTH_OVER);
    }

    @When("the device says that it has given back thousands of buffers")
    public void saysThatItGaveBackThousands() {
        lies(Lie.INDEX_JUMP);
    }

    @When("the device writes to the table of descriptors")
    public void writesToTheTable() {
        lies(Lie.DESCRIPTOR_CHANGES);
    }

    @When("the device says that it needs a reset")
    public void needsAReset() {
        lies(Lie.NEEDS_RESET);
    }

    private void lies(Lie lie) {
        world.story().tell("device", new Misbehave(0, lie));
    }

    @When("the driver is unloaded")
    public void theDriverIsUnloaded() {
        world.story().tell(UNLOADER, new Unload(0));
    }

    @Then("unloading answers {answer}")
    public void unloadingAnswers(Response expected) {
        assertThat(world.answerTo(UNLOADER)).as("what unloading answered").isEqualTo(expected);
    }

    @When("the device is deleted through its attribute")
    public void theDeviceIsDeleted() {
        world.story().tell(DELETER, new Delete(0));
    }

    @Then("deleting answers {answer}")
    public void deletingAnswers(Response expected) {
        assertThat(world.answerTo(DELETER)).as("what deleting answered").isEqualTo(expected);
    }

    @When("the device is suspended")
    public void theDeviceIsSuspended() {
        world.story().tell(SUSPENDER, new Suspend(0));
    }

    @When("the device is resumed")
    public void theDeviceIsResumed() {
        world.story().tell(SUSPENDER, new Resume(0));
    }

    @When("pin {int} goes {word}")
    public void pinGoes(int line, String direction) {
        int level = switch (direction.toLowerCase(Locale.ROOT)) {
            case "up" -> 1;
            case "down" -> 0;
            default -> throw new IllegalArgumentException("A pin goes up or down, not " + direction + ".");
        };
        world.story().tell("signaller", new DrivePin(0, line, level));
    }

    @Then("probe answers {answer}")
    public void probeAnswers(Response expected) {
        assertThat(world.answerTo(BINDER)).as("what probe answered").isEqualTo(expected);
    }

    @Then("remove ends")
    public void removeEnds() {
        assertThat(world.answerTo(UNPLUGGER)).as("what unplugging answered").isEqualTo(Response.done(0));
    }

    @Then("the device is awake")
    public void theDeviceIsAwake() {
        assertThat(world.answerTo(SUSPENDER)).as("what resuming answered").isEqualTo(Response.done(0));
    }
}
