package dev.yank.harness.instrument;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// Stands between drivers and the kernel: has `Hooks` of its own, which write to [Recording], and nothing
/// else.
final class RecordingLoader extends ClassLoader {

    private static final String HOOKS = "dev.yank.harness.kernel.Hooks";

    RecordingLoader() {
        super("recording", RecordingLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.equals(HOOKS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : defineHooks();
        }
    }

    private Class<?> defineHooks() {
        byte[] bytes = ClassFile.of().build(ClassDesc.of(HOOKS), type -> {
            type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL);
            for (String hook : List.of("read", "write", "readOnce", "writeOnce", "loadAcquire", "storeRelease")) {
                forward(type, hook, KernelNames.SHADOWED, CD_String, CD_int);
                forward(type, hook, CD_Object, CD_int);
            }
            forward(type, "touch", KernelNames.SHADOWED, CD_String);
            forward(type, "array", CD_Object);
            forward(type, "loop");
        });
        return defineClass(HOOKS, bytes, 0, bytes.length);
    }

    private static void forward(ClassBuilder type, String hook, ClassDesc... parameters) {
        MethodTypeDesc from = MethodTypeDesc.of(CD_void, parameters);
        MethodTypeDesc to = from.parameterCount() >= 2 ? from.changeParameterType(0, CD_Object) : from;
        type.withMethodBody(hook, from, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, code -> {
            for (int i = 0; i < from.parameterCount(); i++) {
                code.loadLocal(TypeKind.from(from.parameterType(i)), i);
            }
            code.invokestatic(ClassDesc.of("dev.yank.harness.instrument.Recording"), hook, to)
                    .return_();
        });
    }
}
