package dev.yank.harness.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.kernel.Memory;
import dev.yank.harness.kernel.Shadowed;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EmbeddedMemoryTest {

    @Test
    void finalFieldsAreEmbeddedAndOthersArePointers() throws ReflectiveOperationException {
        Shadowed panel = (Shadowed) RewrittenDriver.of("Panel").object();
        Memory memory = someMemory();

        panel.yank$adopt(memory);

        assertThat(panel.yank$memory()).isSameAs(memory);
        Shadowed embedded = member(panel, "embedded");
        assertThat(embedded.yank$memory()).isSameAs(memory);
        assertThat(member(embedded, "lever").yank$memory()).isSameAs(memory);
        assertThat(member(panel, "toggle").yank$memory()).isSameAs(memory);
        assertThat(member(panel, "pointer").yank$memory()).isNull();
        Object label = RewrittenDriver.field(panel, "label");
        Shadowed ofLabel = (Shadowed)
                Objects.requireNonNull(label.getClass().getMethod("knob").invoke(label));
        assertThat(ofLabel.yank$memory()).isNull();
    }

    @Test
    void aSubclassAdoptsWhatItInheritsAndWhatItAdds() throws ReflectiveOperationException {
        Shadowed panel = (Shadowed) RewrittenDriver.of("WidePanel").object();
        Memory memory = someMemory();

        panel.yank$adopt(memory);

        assertThat(member(panel, "embedded").yank$memory()).isSameAs(memory);
        assertThat(member(panel, "second").yank$memory()).isSameAs(memory);
    }

    @Test
    void theHiddenFieldOfAnInnerClassIsAPointer() throws ReflectiveOperationException {
        RewrittenDriver panel = RewrittenDriver.of("Panel");
        Shadowed corner = (Shadowed) Objects.requireNonNull(panel.call("corner"));
        Memory memory = someMemory();

        corner.yank$adopt(memory);

        assertThat(member(corner, "own").yank$memory()).isSameAs(memory);
        assertThat(((Shadowed) panel.object()).yank$memory()).isNull();
    }

    @Test
    void valuesAndStructuresOfTheKernelGetNoFieldOfTheirOwn() {
        ClassLoader loader =
                RewrittenDriver.loader().load("dev.yank.testdriver.Panel").getClassLoader();
        assertThat(hasField(loader, "Panel")).isTrue();
        assertThat(hasField(loader, "WidePanel")).isFalse();
        assertThat(hasField(loader, "Knob")).isFalse();
        assertThat(hasField(loader, "Panel$Label")).isFalse();
        assertThat(hasField(loader, "Panel$Colour")).isFalse();
        assertThat(hasField(loader, "Panel$Colour$1")).isFalse();
        assertThat(hasField(loader, "Shapes$Shape")).isFalse();
        assertThat(hasField(loader, "Shapes$Failure")).isTrue();
    }

    private static boolean hasField(ClassLoader loader, String name) {
        try {
            var field =
                    Class.forName("dev.yank.testdriver." + name, false, loader).getDeclaredField("yank$memory");
            assertThat(field.isSynthetic()).isTrue();
            assertThat(field.getModifiers() & (Modifier.PUBLIC | Modifier.TRANSIENT))
                    .isEqualTo(Modifier.PUBLIC | Modifier.TRANSIENT);
            return true;
        } catch (NoSuchFieldException e) {
            return false;
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Shadowed member(Object object, String name) {
        return (Shadowed) RewrittenDriver.field(object, name);
    }

    /// Memory is opaque here: an object of it is made as deserialisation would, whatever its constructors
    /// want.
    private static Memory someMemory() throws ReflectiveOperationException {
        Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
        Object made = factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                .invoke(
                        factory.getMethod("getReflectionFactory").invoke(null),
                        Memory.class,
                        Object.class.getDeclaredConstructor());
        return (Memory) ((Constructor<?>) Objects.requireNonNull(made)).newInstance();
    }
}
