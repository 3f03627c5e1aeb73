package dev.yank.harness.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a driver promises, and what Yank is expected to say about it.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface UnderTest {

    /// A short name in lower case with hyphens, such as `pl061-rust-revocable`.
    String name();

    /// The simulated device it drives: `pl061` or `edu`.
    String device();

    /// The choices among P1 to P12 that it makes, such as `P1=ENODEV P2=HUP|ERR P3=CALLS_IN_FLIGHT`.
    String policy() default "";

    /// The rule that it is known to break, such as `R34`; empty for a driver that conforms.
    String breaks() default "";

    /// What it offers, where that is not everything that the device can be asked for: such as `{"read",
    /// "write"}`. Opening, closing and polling are always asked for; `unload`, `misbehave`, `delete` and `clone` of
    /// a file only where they are named here, and where nothing else is named everything else is offered.
    String[] operations() default {};

    /// One sentence about it.
    String summary() default "";
}
