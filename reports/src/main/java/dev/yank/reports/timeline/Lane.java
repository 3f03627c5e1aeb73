package dev.yank.reports.timeline;

/// A line of the picture.
///
/// @param id what spans and series name it by
/// @param group the kind of lane, such as `counts`
/// @param label what it is called
/// @param shown whether it is shown at first
record Lane(String id, String group, String label, boolean shown) {

    /// The groups, from the top to the bottom.
    enum Group {
        DEVICE("device"),
        TASKS("tasks"),
        COUNTS("counts"),
        GUARDS("locks and guards"),
        OBJECTS("objects");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
