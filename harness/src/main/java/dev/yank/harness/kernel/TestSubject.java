package dev.yank.harness.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a [Subject] is called, where it comes from, and what is wrong with it.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TestSubject {

    /// What is wrong.
    enum Wrong {
        /// An assertion fails, or a null pointer is dereferenced.
        ASSERTION,
        /// Tasks wait for each other, or for a wake-up that never comes.
        DEADLOCK,
        /// Memory is used after it is freed, freed twice, or never.
        MEMORY,
        /// Nothing: whoever accuses it is mistaken.
        NOTHING
    }

    /// The name in tables, as it was published, such as `bluetooth_driver`.
    String name();

    /// The sizes that it comes in; each is a subject of its own, called `name_size`, made by the constructor
    /// with one `int`. None: the constructor without parameters makes the only one.
    int[] sizes() default {};

    /// Its bug.
    Wrong wrong();

    /// Who described it, as "authors or suite, where, year".
    String source();

    /// One sentence about the bug, or about what keeps it away.
    String summary();
}
