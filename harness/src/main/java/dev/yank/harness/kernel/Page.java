package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// `struct page`: memory that belongs to no device. Mappings that it is behind of hold it, and so does who allocated
/// it.
public final class Page extends Struct {

    private static final String WHAT = "a page";

    @Var
    private int references = 1;

    @Var
    private int content;

    private Page() {}

    /// A page of zeroes, or null.
    public static @Nullable Page alloc_page() {
        Machine machine = Machine.current();
        machine.point();
        if (!machine.mayAcquire("alloc_page")) {
            return null;
        }
        var page = new Page();
        machine.emit(EventKind.ACQUIRE, page, 1, WHAT);
        return page;
    }

    /// Drops a reference; the last one frees the page.
    public static void put_page(Page page) {
        Machine machine = Machine.current();
        machine.use(page, "put_page");
        page.put(machine);
    }

    /// Writes to the page before it is behind any mapping.
    public static void memcpy_to_page(Page page, int content) {
        Machine.current().use(page, "memcpy_to_page");
        page.content = content;
    }

    void get() {
        references++;
    }

    void put(Machine machine) {
        if (--references == 0) {
            machine.emit(EventKind.RELEASE, this, 0, WHAT);
        }
    }

    int load() {
        return content;
    }

    void store(int value) {
        content = value;
    }
}
