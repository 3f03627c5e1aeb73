package dev.yank.harness.linux;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.linux.Action.Effect;
import dev.yank.harness.linux.Action.Waits;
import dev.yank.harness.linux.Subject.Openings;
import dev.yank.harness.linux.guest.AgentOperation.Code;
import dev.yank.harness.linux.guest.Architecture;
import dev.yank.harness.linux.guest.Patience;
import dev.yank.harness.run.HarnessFailure;
import dev.yank.model.rule.Errno;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.PollMask;
import dev.yank.model.spec.node.NodeOperation.Belonging;
import dev.yank.model.spec.node.NodeOperation.Distance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Subjects as tables: resources `subject-NAME.tsv`, whose lines begin with a word that says what they are.
///
/// | line | columns |
/// |---|---|
/// | `policy` | the policy, as everywhere |
/// | `openings` | `any` or `one` |
/// | `patience` | milliseconds without progress until signals are sent, and until what is in flight is lost |
/// | `belonging` | what files go with: `instance` or `node` |
/// | `string` | a name, and what it stands for |
/// | `before` | an action without files that prepares a guest: name, code, argument, detail |
/// | `open`, `wait` | name, code, kind of file, argument, detail, answers while bound, answers while not |
/// | `use`, `sleep`, `close` | name, code, kind of file, argument, detail, live answers, dead answers |
/// | `remove`, `restore` | name, code, distance, argument, detail |
///
/// A number may be written `0x…` or as `$name` of a string; an answer as `ok`, the name or the number of an error, or
/// bits of a
/// mask of `poll` with `|` between them.
final class SubjectTable {

    private final String name;
    private final List<String> names = new ArrayList<>();
    private final List<String> strings = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private final List<Action> preparation = new ArrayList<>();

    @Var
    private Optional<Policy> policy = Optional.empty();

    @Var
    private Openings openings = Openings.ANY;

    @Var
    private Belonging belonging = Belonging.INSTANCE;

    @Var
    private Patience patience = Patience.USUAL;

    private SubjectTable(String name) {
        this.name = name;
    }

    /// The subject of a table of the project.
    static Subject ofProject(String name) {
        try (InputStream in = SubjectTable.class.getResourceAsStream("subject-" + name + ".tsv")) {
            if (in == null) {
                throw new HarnessFailure("The table of the subject " + name + " is not on the class path.");
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new HarnessFailure("The table of the subject " + name + " cannot be read (" + e.getMessage() + ").");
        }
    }

    /// Reads a table; lines that begin with `#` say something to people.
    ///
    /// @throws HarnessFailure with the line that means nothing
    static Subject parse(String name, String table) {
        var read = new SubjectTable(name);
        for (String line : table.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                try {
                    read.line(line.split("\t", -1));
                } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                    throw new HarnessFailure("A line of the table of " + name + " means nothing: " + line + " ("
                            + e.getMessage() + ").");
                }
            }
        }
        return new Subject(
                name,
                Architecture.AMD64,
                read.policy.orElse(Policy.DEFAULT),
                read.strings,
                read.actions,
                read.preparation,
                read.openings,
                read.patience);
    }

    private void line(String[] words) {
        switch (words[0]) {
            case "policy" -> policy = Optional.of(Policy.parse(words[1]));
            case "openings" -> openings = Openings.valueOf(words[1].toUpperCase(Locale.ROOT));
            case "patience" -> patience = new Patience(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "belonging" -> belonging = Belonging.valueOf(words[1].toUpperCase(Locale.ROOT));
            case "string" -> {
                names.add(words[1]);
                strings.add(words[2]);
            }
            case "before" -> preparation.add(bare(words, Effect.NOTHING, Distance.UNBOUND, 3));
            case "wait" -> actions.add(bare(words, Effect.NOTHING, Distance.UNBOUND, 3));
            case "open" -> actions.add(withFile(words, "", words[3], Effect.OPEN, Waits.NO));
            case "use" -> actions.add(withFile(words, words[3], "", Effect.ACCESS, Waits.NO));
            case "sleep" -> actions.add(withFile(words, words[3], "", Effect.ACCESS, Waits.YES));
            case "close" -> actions.add(withFile(words, words[3], "", Effect.CLOSE, Waits.NO));
            case "remove" -> actions.add(bare(words, Effect.REMOVE, distance(words[3]), 4));
            case "restore" -> actions.add(bare(words, Effect.RESTORE, distance(words[3]), 4));
            default -> throw new IllegalArgumentException("'" + words[0] + "' begins no line");
        }
    }

    private Action bare(String[] words, Effect effect, Distance distance, int at) {
        return new Action(
                words[1],
                Code.valueOf(words[2]),
                Action.NO_FILE,
                Action.NO_FILE,
                number(words[at]),
                (int) number(words[at + 1]),
                effect,
                -1,
                List.of(0),
                List.of(),
                Waits.NO,
                distance,
                belonging);
    }

    private Action withFile(String[] words, String on, String makes, Effect effect, Waits waits) {
        return new Action(
                words[1],
                Code.valueOf(words[2]),
                on,
                makes,
                number(words[4]),
                (int) number(words[5]),
                effect,
                -1,
                answers(words[6]),
                answers(words[7]),
                waits,
                Distance.UNBOUND,
                belonging);
    }

    private static Distance distance(String word) {
        return Distance.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private long number(String word) {
        if (word.startsWith("$")) {
            int index = names.indexOf(word.substring(1));
            if (index < 0) {
                throw new IllegalArgumentException(word + " is no string of " + name);
            }
            return index;
        }
        return word.equals("-") ? 0 : Long.decode(word);
    }

    private static List<Integer> answers(String words) {
        return words.equals("-")
                ? List.of()
                : Stream.of(words.split(" ", -1)).map(SubjectTable::answer).toList();
    }

    private static int answer(String word) {
        if (word.equals("ok")) {
            return 0;
        }
        return word.matches("E[A-Z0-9]+") && !word.equals("ERR")
                ? -Errno.valueOf(word).number()
                : word.matches("[0-9].*") ? -Integer.parseInt(word) : mask(word);
    }

    private static int mask(String word) {
        return Stream.of(word.split("\\|", -1))
                .mapToInt(bit -> switch (bit) {
                    case "IN" -> PollMask.POLLIN;
                    case "PRI" -> PollMask.POLLPRI;
                    case "OUT" -> PollMask.POLLOUT;
                    case "ERR" -> PollMask.POLLERR;
                    case "HUP" -> PollMask.POLLHUP;
                    default -> throw new IllegalArgumentException("'" + bit + "' is no answer");
                })
                .sum();
    }
}
