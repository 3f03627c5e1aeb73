package dev.yank.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.DeviceUnderTest;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import dev.yank.model.spec.device.ReferenceOperation.Downgrade;
import dev.yank.model.spec.device.ReferenceOperation.Upgrade;
import dev.yank.model.spec.device.Removal;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/// What somebody does with references to a counted object. Each may have a strong one, a weak one, and one that
/// was made of these.
public final class ReferenceSteps {

    private final World world;

    public ReferenceSteps(World world) {
        this.world = world;
    }

    private Handle strong(String who) {
        return world.story().fileOf(who);
    }

    private Handle weak(String who) {
        return world.story().fileOf(who + ", weakly");
    }

    private Handle made(String who) {
        return world.story().fileOf(who + ", once more");
    }

    @Given("an object in a table")
    public void anObjectInATable() {
        assertThat(world.driver().about().device())
                .as("what %s is about", world.driver().about().name())
                .isEqualTo(DeviceUnderTest.OBJECT);
        world.story().tell("table", new Probe(0));
    }

    @Given("a(n) {word} has looked it up")
    @When("the {word} looks the object up")
    public void looksUp(String who) {
        world.story().tell(who, new Open(strong(who)));
    }

    @When("the object is taken out of the table")
    public void theObjectIsTakenOut() {
        world.story().tell("table", new Unplug(0, Removal.ORDERLY));
    }

    @When("the {word} makes a weak reference")
    public void makesAWeakReference(String who) {
        world.story().tell(who, new Downgrade(strong(who), weak(who).number()));
    }

    @When("the {word} upgrades the weak reference")
    public void upgrades(String who) {
        world.story().tell(who, new Upgrade(weak(who), made(who).number()));
    }

    @When("the {word} clones the reference")
    public void clones(String who) {
        world.story().tell(who, new CloneReference(strong(who), made(who).number()));
    }

    @When("the {word} drops the reference")
    public void drops(String who) {
        world.story().tell(who, new Close(strong(who)));
    }

    @When("the {word} drops the weak reference")
    public void dropsTheWeakOne(String who) {
        world.story().tell(who, new Close(weak(who)));
    }

    @When("the {word} drops the new reference")
    public void dropsTheNewOne(String who) {
        world.story().tell(who, new Close(made(who)));
    }

    @When("the {word} reads the object")
    public void reads(String who) {
        world.story().tell(who, new Read(strong(who)));
    }
}
