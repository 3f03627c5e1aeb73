package dev.yank.reports.text;

import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.Origin;
import dev.yank.harness.shrink.Minimality;
import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.RuleId;
import java.util.ArrayList;
import java.util.List;

/// One line of what is said about a counterexample besides its steps, such as whom it convicts.
///
/// @param label one word, such as `driver`
/// @param text one line
public record Fact(String label, String text) {

    /// The facts, in the order in which they are shown.
    public static List<Fact> of(Counterexample counterexample) {
        DriverUnderTest driver = counterexample.driver();
        Rule rule = RuleBook.rule(counterexample.finding().rule());
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(
                "driver", driver.name() + ", which drives " + driver.device().label()));
        facts.add(fact("rule", rule.id() + ", " + rule.title() + ": " + rule.statement()));
        facts.add(fact("policy", driver.policy().describe()));
        facts.add(fact("found", found(counterexample)));
        counterexample.origin().shape().ifPresent(shape -> facts.add(fact("shape", shape.words())));
        int faultAt = counterexample.program().faultAt();
        if (faultAt > 0) {
            facts.add(fact("fault", "acquisition " + faultAt + " of the execution is made to fail"));
        }
        facts.add(fact("expected", expected(driver, rule.id())));
        return facts;
    }

    private static Fact fact(String label, String text) {
        return new Fact(label, PlainText.line(text));
    }

    private static String found(Counterexample counterexample) {
        Origin origin = counterexample.origin();
        return "execution " + Numbers.whole(origin.execution()) + ", strategy " + origin.strategy() + ", shrunk from "
                + Numbers.sizes(origin.operations(), origin.switches()) + " to "
                + Numbers.sizes(
                        counterexample.program().size(),
                        counterexample.schedule().preemptions().size())
                + (origin.minimality() == Minimality.UNKNOWN
                        ? ""
                        : "; " + origin.minimality().label());
    }

    private static String expected(DriverUnderTest driver, RuleId broken) {
        if (driver.breaks().isEmpty()) {
            return "conforms: this driver should break no rule";
        }
        return driver.breaks().get().equals(broken)
                ? "violates " + broken + ": this is the defect that the driver is known for"
                : "violates " + driver.breaks().get() + ": it is known for that, not for " + broken;
    }
}
