package dev.yank.harness.instrument;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Loops whose jump back is a `switch` itself, which javac never writes, but a class file may hold.
final class SwitchingLoops {

    private static final String NAME = "com.example.Loops";

    private SwitchingLoops() {}

    /// Which jump of which switch goes back.
    enum Back {
        DEFAULT_OF_LOOKUP,
        CASE_OF_LOOKUP,
        DEFAULT_OF_TABLE,
        CASE_OF_TABLE
    }

    /// The hooks of counting down from 4 to 0; the switch is met four times and goes back three times.
    ///
    /// @param folder where the class file is put
    static List<String> hooksOf(Back back, Path folder) throws ReflectiveOperationException, IOException {
        MethodTypeDesc run = MethodTypeDesc.of(ConstantDescs.CD_void);
        int flags = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;
        Path file = Files.createDirectories(folder.resolve("com/example")).resolve("Loops.class");
        ClassFile.of()
                .buildTo(
                        file,
                        ClassDesc.of(NAME),
                        type -> type.withFlags(ClassFile.ACC_PUBLIC)
                                .withMethodBody("run", run, flags, code -> countDown(code, back)));
        Class<?> loops = CompiledDriver.loader(folder).load(NAME);
        Recording.take();
        loops.getMethod("run").invoke(null);
        return Recording.take();
    }

    private static void countDown(CodeBuilder code, Back back) {
        Label top = code.newLabel();
        Label end = code.newLabel();
        code.iconst_4().istore(0).labelBinding(top).iinc(0, -1).iload(0);
        List<SwitchCase> leaves = List.of(SwitchCase.of(0, end));
        List<SwitchCase> stays = List.of(SwitchCase.of(1, top), SwitchCase.of(2, top), SwitchCase.of(3, top));
        switch (back) {
            case DEFAULT_OF_LOOKUP -> code.lookupswitch(top, leaves);
            case CASE_OF_LOOKUP -> code.lookupswitch(end, stays);
            case DEFAULT_OF_TABLE -> code.tableswitch(0, 0, top, leaves);
            case CASE_OF_TABLE -> code.tableswitch(1, 3, end, stays);
        }
        code.labelBinding(end).return_();
    }
}
