package dev.yank.harness.mutate;

import java.lang.classfile.ClassModel;
import java.util.Optional;

/// The classes around the one that is mutated.
public interface Surroundings {

    /// Whether a class, by its internal name, is the driver's.
    boolean isDriver(String internalName);

    /// The class of that internal name, where its file is at hand.
    Optional<ClassModel> classOf(String internalName);
}
