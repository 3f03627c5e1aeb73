package dev.yank.model.spec.device;

import java.util.ArrayList;
import java.util.List;

/// A register that processes map, and what is behind the mappings of instances that are gone.
///
/// @param device the device
/// @param pages one for each instance that is gone and still mapped, and for the last one that is gone
public record KeptMappings(DeviceState<Register> device, List<Page> pages) {

    /// What was behind the mappings of one instance when it went.
    ///
    /// @param handles whose mappings they are, one bit each
    /// @param content what it holds
    public record Page(long handles, int content) {}

    /// Copies the pages.
    public KeptMappings(DeviceState<Register> device, List<Page> pages) {
        this.device = device;
        this.pages = List.copyOf(pages);
    }

    KeptMappings with(DeviceState<Register> changed) {
        return new KeptMappings(changed, pages);
    }

    /// The instance that was bound has gone.
    KeptMappings removed(DeviceState<Register> changed) {
        List<Page> kept = new ArrayList<>(pages);
        kept.removeIf(page -> page.handles() == 0);
        kept.add(new Page(device.live(), device.hardware().content()));
        return new KeptMappings(changed, kept);
    }

    /// A handle was opened on the instance that was the last to go.
    KeptMappings mappedLate(DeviceState<Register> changed, Handle handle) {
        List<Page> kept = new ArrayList<>(pages);
        Page last = kept.isEmpty() ? new Page(0, 0) : kept.removeLast();
        kept.add(new Page(last.handles() | handle.bit(), last.content()));
        return new KeptMappings(changed, kept);
    }

    KeptMappings unmapped(DeviceState<Register> changed, Handle handle) {
        List<Page> kept = new ArrayList<>();
        for (Page page : pages) {
            kept.add(new Page(page.handles() & ~handle.bit(), page.content()));
        }
        if (kept.size() > 1) {
            kept.subList(0, kept.size() - 1).removeIf(page -> page.handles() == 0);
        }
        return new KeptMappings(changed, kept);
    }

    int load(Handle handle) {
        return pages.stream()
                .filter(page -> (page.handles() & handle.bit()) != 0)
                .mapToInt(Page::content)
                .findFirst()
                .orElse(0);
    }

    KeptMappings stored(Handle handle, int content) {
        List<Page> changed = new ArrayList<>();
        for (Page page : pages) {
            changed.add((page.handles() & handle.bit()) != 0 ? new Page(page.handles(), content) : page);
        }
        return new KeptMappings(device, changed);
    }
}
