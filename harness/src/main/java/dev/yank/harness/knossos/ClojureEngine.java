package dev.yank.harness.knossos;

import clojure.java.api.Clojure;
import clojure.lang.IFn;
import clojure.lang.IPersistentMap;
import clojure.lang.Keyword;
import clojure.lang.PersistentArrayMap;
import clojure.lang.PersistentVector;
import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.Entry;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// An engine written in Clojure, reached through Clojure's Java interface.
public final class ClojureEngine {

    private static final String OURS = "dev.yank.harness.knossos.engine";
    private static final String BRIDGE = "dev.yank.harness.knossos.bridge";

    private static final String KNOSSOS = "knossos/competition.clj";

    private final IFn check;

    private ClojureEngine(String namespace, ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Clojure.var("clojure.core", "require").invoke(Clojure.read(namespace));
            this.check = Clojure.var(namespace, "check");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /// Our own engine; loading it takes about a second, the first time.
    public static ClojureEngine ours() {
        return new ClojureEngine(OURS, ClojureEngine.class.getClassLoader());
    }

    /// Knossos, if it is on the class path.
    public static Optional<ClojureEngine> knossos() {
        return knossos(ClojureEngine.class.getClassLoader());
    }

    /// Knossos, if a class loader knows it.
    static Optional<ClojureEngine> knossos(ClassLoader loader) {
        return loader.getResource(KNOSSOS) == null ? Optional.empty() : Optional.of(new ClojureEngine(BRIDGE, loader));
    }

    /// Whether Knossos is on the class path.
    public static boolean isKnossosThere() {
        return ClojureEngine.class.getClassLoader().getResource(KNOSSOS) != null;
    }

    /// Judges a history, part by part.
    ///
    /// @param spec what operations may do
    /// @param entries the operations, in any order
    /// @param stop says when to give up
    public <S, O, R> SecondOpinion check(
            SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries, BooleanSupplier stop) {
        Map<Object, List<Entry<O, R>>> parts = new LinkedHashMap<>();
        for (Entry<O, R> entry : entries) {
            parts.computeIfAbsent(spec.partition(entry.operation()), _ -> new ArrayList<>())
                    .add(entry);
        }
        @Var SecondOpinion opinion = new SecondOpinion(Opinion.LINEARIZABLE, "");
        for (List<Entry<O, R>> part : parts.values()) {
            SecondOpinion said = opinionOf(check.invoke(spec, history(part), stop));
            switch (said.opinion()) {
                case LINEARIZABLE -> {}
                case NOT_LINEARIZABLE -> {
                    return said;
                }
                case UNKNOWN -> opinion = opinion.opinion() == Opinion.UNKNOWN ? opinion : said;
            }
        }
        return opinion;
    }

    /// Reads a result map back.
    private static SecondOpinion opinionOf(@Nullable Object result) {
        if (!(result instanceof Map<?, ?> map)) {
            return new SecondOpinion(Opinion.UNKNOWN, "It answered " + result + " instead of a map.");
        }
        Object valid = map.get(keyword("valid?"));
        if (Boolean.TRUE.equals(valid)) {
            return new SecondOpinion(Opinion.LINEARIZABLE, "");
        }
        String at = map.get(keyword("op")) instanceof Map<?, ?> op ? " at " + op.get(keyword("value")) : "";
        if (Boolean.FALSE.equals(valid)) {
            return new SecondOpinion(Opinion.NOT_LINEARIZABLE, at.isEmpty() ? "" : "It came to an end" + at + ".");
        }
        Object passed = map.get(keyword("passed"));
        return new SecondOpinion(
                Opinion.UNKNOWN,
                "It stopped" + at + (passed == null ? "" : ", after " + passed + " completions") + cause(map) + ".");
    }

    private static String cause(Map<?, ?> result) {
        Object cause = result.get(keyword("cause"));
        return cause instanceof Keyword keyword
                ? " (" + keyword.getName() + ")"
                : cause == null ? "" : " (" + cause + ")";
    }

    /// One op map.
    private record Op(int time, boolean isCompletion, IPersistentMap map) {}

    /// The op maps in real-time order; each operation has a process of its own. At equal times invocations come
    /// first.
    private static <O, R> PersistentVector history(List<Entry<O, R>> entries) {
        List<Op> ops = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry<O, R> entry = entries.get(i);
            var asked = new Asked(entry.operation(), entry.response());
            ops.add(new Op(entry.invoked(), false, op(i, "invoke", asked)));
            ops.add(new Op(entry.completed(), true, op(i, entry.response() == null ? "info" : "ok", asked)));
        }
        ops.sort(Comparator.comparingInt(Op::time).thenComparing(Op::isCompletion));
        return PersistentVector.create(ops.stream().map(Op::map).toList());
    }

    private static IPersistentMap op(int process, String type, Asked asked) {
        return PersistentArrayMap.createWithCheck(new Object[] {
            keyword("process"),
            (long) process,
            keyword("type"),
            keyword(type),
            keyword("f"),
            keyword("perform"),
            keyword("value"),
            asked
        });
    }

    private static Keyword keyword(String name) {
        return Keyword.intern(null, name);
    }
}
