package dev.yank.harness.bench;

import dev.yank.harness.run.ClassIndex;
import dev.yank.harness.run.UsageException;
import java.util.List;

/// The subjects of the project.
public final class SubjectCatalog {

    private static final String INDEX = "META-INF/yank/subjects";

    private final List<LoadedSubject> subjects;

    private SubjectCatalog(List<LoadedSubject> subjects) {
        this.subjects = List.copyOf(subjects);
    }

    /// Every subject that an index on the class path of the harness names.
    public static SubjectCatalog ofProject() {
        ClassIndex index = ClassIndex.read(INDEX);
        return new SubjectCatalog(index.classNames().stream()
                .flatMap(name -> LoadedSubject.of(name, index.code()).stream())
                .toList());
    }

    /// All of them, in the order of the index.
    public List<LoadedSubject> all() {
        return subjects;
    }

    /// The subject of that name.
    ///
    /// @throws UsageException where there is none
    public LoadedSubject find(String name) {
        return subjects.stream()
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no subject '" + name + "'; see ./yank list subjects."));
    }
}
