package dev.yank.harness.mutate;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;

/// One change of one class.
public final class Mutation {

    private final String className;
    private final MutationOperator operator;
    private final String site;
    private final String function;
    private final int line;
    private final String method;
    private final String descriptor;
    private final Edit edit;

    Mutation(MutationOperator operator, Body body, String site, String function, int line, Edit edit) {
        this.className = body.className();
        this.operator = operator;
        this.site = site;
        this.function = function;
        this.line = line;
        this.method = body.method();
        this.descriptor = body.descriptor();
        this.edit = edit;
    }

    /// The class that is changed, as in `com.example.Driver`.
    public String className() {
        return className;
    }

    public MutationOperator operator() {
        return operator;
    }

    /// What it is called, such as `drop-call@remove:cdev_disconnect#1`: the operator, the method, the
    /// function and which of the calls of that function in that method, from the first. It stays what it is
    /// when other lines change.
    public String name() {
        return operator.label() + "@" + site;
    }

    /// What is changed, in words.
    public String sentence() {
        return operator.says(function) + (line == 0 ? "" : ", line " + line);
    }

    /// The changed class file.
    ///
    /// @param model the class that this was found in
    public byte[] apply(ClassFile classFile, ClassModel model) {
        return classFile.transformClass(
                model, ClassTransform.transformingMethodBodies(this::isIn, CodeTransform.ofStateful(edit::begin)));
    }

    /// A method of a class.
    ///
    /// @param className as in `com.example.Driver`
    public record InMethod(String className, String method, String descriptor) {}

    /// What is changed is there.
    public InMethod inMethod() {
        return new InMethod(className, method, descriptor);
    }

    private boolean isIn(MethodModel candidate) {
        return candidate.methodName().equalsString(method)
                && candidate.methodType().equalsString(descriptor);
    }

    @Override
    public String toString() {
        return name();
    }
}
