package dev.yank.harness.mutate;

import dev.yank.harness.mutate.Body.Statement;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;

/// Who reads and who writes local variables.
final class Locals {

    private Locals() {}

    static boolean stores(CodeElement element, int slot) {
        return switch (element) {
            case StoreInstruction store -> store.slot() == slot;
            case IncrementInstruction increment -> increment.slot() == slot;
            default -> false;
        };
    }

    static boolean isCast(CodeElement element) {
        return element instanceof TypeCheckInstruction;
    }

    /// Whether the statement sets a variable that is read from `start` to `last`.
    static boolean feeds(Body body, Statement statement, int start, int last) {
        for (int at = start; at <= last; at++) {
            if (body.get(at) instanceof LoadInstruction load) {
                for (int i = statement.start(); i < statement.end(); i++) {
                    if (stores(body.get(i), load.slot())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
