package dev.yank.features;

import dev.yank.features.Words.Mask;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.DirectionOutput;
import dev.yank.model.spec.device.DeviceOperation.Factorial;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.ReadEvent;
import dev.yank.model.spec.device.DeviceOperation.SetLine;
import dev.yank.model.spec.device.DeviceOperation.Transfer;
import dev.yank.model.spec.device.DeviceOperation.Write;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import dev.yank.model.spec.device.Response;
import dev.yank.model.spec.device.Waiting;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/// What somebody does with an open file, and what they are told. Each has one file at a time.
public final class FileSteps {

    private final World world;

    public FileSteps(World world) {
        this.world = world;
    }

    private Handle fileOf(String who) {
        return world.story().fileOf(who);
    }

    @Given("a(n) {word} has opened it")
    @When("the {word} opens the device")
    @When("a(n) {word} opens the device")
    public void opens(String who) {
        world.story().tell(who, new Open(fileOf(who)));
    }

    @When("the {word} closes the file")
    public void closes(String who) {
        world.story().tell(who, new Close(fileOf(who)));
    }

    /// By `dup()`, or because a child was forked.
    @When("the {word} duplicates the descriptor")
    public void duplicates(String who) {
        world.story().tell(who, new CloneReference(fileOf(who), duplicateOf(who).number()));
    }

    @When("the {word} closes the duplicate")
    public void closesTheDuplicate(String who) {
        world.story().tell(who, new Close(duplicateOf(who)));
    }

    @When("the {word} writes {int} through the duplicate")
    public void writesThroughTheDuplicate(String who, int content) {
        world.story().tell(who, new Write(duplicateOf(who), content));
    }

    private Handle duplicateOf(String who) {
        return world.story().fileOf(who + ", duplicated");
    }

    @When("the {word} reads line {int}")
    public void readsLine(String who, int line) {
        world.story().tell(who, new GetLine(fileOf(who), line));
    }

    @When("the {word} makes line {int} an output at {int}")
    public void makesLineAnOutput(String who, int line, int level) {
        world.story().tell(who, new DirectionOutput(fileOf(who), line, level));
    }

    @When("the {word} sets line {int} to {int}")
    public void setsLine(String who, int line, int level) {
        world.story().tell(who, new SetLine(fileOf(who), line, level));
    }

    @When("the {word} waits for an event")
    public void waitsForAnEvent(String who) {
        world.story().tellWaiting(who, new ReadEvent(fileOf(who), Waiting.BLOCKING));
    }

    @When("the {word} asks for an event")
    public void asksForAnEvent(String who) {
        world.story().tell(who, new ReadEvent(fileOf(who), Waiting.NONBLOCKING));
    }

    @When("the {word} polls")
    public void polls(String who) {
        world.story().tell(who, new Poll(fileOf(who)));
    }

    @When("the {word} reads the register")
    public void readsTheRegister(String who) {
        world.story().tell(who, new Read(fileOf(who)));
    }

    @When("the {word} writes {int} to the register")
    public void writesTheRegister(String who, int content) {
        world.story().tell(who, new Write(fileOf(who), content));
    }

    @When("the {word} transfers {int} bytes")
    public void transfers(String who, int bytes) {
        world.story().tell(who, new Transfer(fileOf(who), bytes));
    }

    @When("the {word} has the factorial of {int} computed")
    public void hasTheFactorialComputed(String who, int n) {
        world.story().tell(who, new Factorial(fileOf(who), n));
    }

    @Then("the {word} is told {answer}")
    public void isTold(String who, Response expected) {
        Response actual = world.answerTo(who);
        if (!actual.equals(expected)) {
            throw new AssertionError("The " + who + " was told " + actual + " instead of " + expected + "."
                    + world.findings(world.play()));
        }
    }

    @Then("the {word} sees {mask}")
    public void sees(String who, Mask expected) {
        isTold(who, Response.done(expected.bits()));
    }

    @Then("closing the {word}'s file succeeds")
    public void closingSucceeds(String who) {
        closes(who);
        isTold(who, Response.done(0));
    }
}
