package dev.yank.harness.instrument;

/// Defines the rewritten classes of a driver, its own before the parent's; everything else comes from the
/// parent.
///
/// Each worker has a loader of its own, so that drivers of different workers share nothing but their bytes.
public final class InstrumentingClassLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final DriverCode code;

    /// @param name shown in stack traces before each class of the driver, as in
    /// `driver//com.example.Port.probe`
    public InstrumentingClassLoader(String name, DriverCode code) {
        super(name, code.parent());
        this.code = code;
    }

    /// Loads and initialises a driver class and every driver class that it can reach.
    ///
    /// Nothing is left to initialise during an execution: a static initialiser pins its continuation.
    ///
    /// @param className as in `com.example.Port` or `com.example.Port$State`
    /// @throws UnsuitableDriverException when one of the classes is missing, refused or cannot be initialised
    public Class<?> load(String className) {
        for (String reachable : code.reachableFrom(className)) {
            initialise(reachable);
        }
        return initialise(className);
    }

    private Class<?> initialise(String className) {
        try {
            return Class.forName(className, true, this);
        } catch (ClassNotFoundException e) {
            throw code.missing(className);
        } catch (NoClassDefFoundError e) {
            throw new UnsuitableDriverException(
                    "Class " + className + " cannot be initialised (" + e.getMessage() + "); check --class-path.");
        } catch (ExceptionInInitializerError e) {
            throw new UnsuitableDriverException("A static initialiser that class " + className + " needs threw "
                    + e.getCause() + "; correct it, or move its work to the driver object.");
        }
    }

    @Override
    protected Class<?> loadClass(String className, boolean resolve) throws ClassNotFoundException {
        if (!code.owns(className)) {
            return super.loadClass(className, resolve);
        }
        synchronized (getClassLoadingLock(className)) {
            Class<?> loaded = findLoadedClass(className);
            Class<?> found = loaded == null ? define(className) : loaded;
            if (resolve) {
                resolveClass(found);
            }
            return found;
        }
    }

    private Class<?> define(String className) {
        byte[] bytes = code.rewritten(className);
        return defineClass(className, bytes, 0, bytes.length);
    }

    @Override
    protected Class<?> findClass(String className) throws ClassNotFoundException {
        throw new ClassNotFoundException(code.missing(className).getMessage());
    }
}
