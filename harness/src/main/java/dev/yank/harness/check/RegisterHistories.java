package dev.yank.harness.check;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.Entry;
import dev.yank.model.spec.classic.Answer;
import dev.yank.model.spec.classic.Keyed;
import dev.yank.model.spec.classic.Nil;
import dev.yank.model.spec.classic.RegisterOperation;
import dev.yank.model.spec.classic.RegisterOperation.Cas;
import dev.yank.model.spec.classic.RegisterOperation.Read;
import dev.yank.model.spec.classic.RegisterOperation.Write;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Histories of registers, played by the rules, for measuring. The same shape always gives the same history.
final class RegisterHistories {

    /// What a history is like.
    ///
    /// @param operations how many operations it has
    /// @param processes how many of them are in flight at once
    /// @param registers how many registers there are
    /// @param lostPerMille how many operations of a thousand are lost
    /// @param violationAt after how many percent of the history a read answers what nobody wrote; 100 for never
    record Shape(int operations, int processes, int registers, int lostPerMille, int violationAt) {}

    private static final int VALUES = 5;
    private static final long NOBODY_WROTE = 99;

    private final Shape shape;
    private final List<Entry<Keyed.At<RegisterOperation>, Answer>> entries;
    private final Object[] registers;

    @Var
    private long random = 0x9E3779B97F4A7C15L;

    @Var
    private int time;

    @Var
    private boolean violated;

    private RegisterHistories(Shape shape) {
        this.shape = shape;
        this.entries = new ArrayList<>(shape.operations());
        this.registers = new Object[shape.registers()];
        Arrays.fill(registers, Nil.NIL);
    }

    static List<Entry<Keyed.At<RegisterOperation>, Answer>> of(Shape shape) {
        return new RegisterHistories(shape).play();
    }

    /// An operation in flight; the answer is there once it has taken effect.
    private static final class InFlight {
        @Var
        private int place = -1;

        @Var
        private int process;

        @Var
        private boolean hasTakenEffect;

        @Var
        private Answer answer = Answer.DONE;
    }

    private List<Entry<Keyed.At<RegisterOperation>, Answer>> play() {
        InFlight[] clients = new InFlight[shape.processes()];
        for (int i = 0; i < clients.length; i++) {
            clients[i] = new InFlight();
            clients[i].process = i;
        }
        @Var int open = 0;
        while (entries.size() < shape.operations() || open > 0) {
            InFlight client = clients[next(clients.length)];
            if (client.place >= 0) {
                open -= step(client) ? 0 : 1;
            } else if (entries.size() < shape.operations()) {
                invoke(client);
                open++;
            }
        }
        return entries;
    }

    private void invoke(InFlight client) {
        long value = next(VALUES);
        RegisterOperation operation = switch (next(3)) {
            case 0 -> new Read();
            case 1 -> new Write(value);
            default -> new Cas(value, (long) next(VALUES));
        };
        client.place = entries.size();
        client.hasTakenEffect = false;
        var at = new Keyed.At<>(next(shape.registers()), operation);
        entries.add(Entry.lost(client.process, at, time++));
    }

    /// Says whether the operation is still in flight.
    private boolean step(InFlight client) {
        var entry = entries.get(client.place);
        if (!client.hasTakenEffect) {
            client.answer = takeEffect(
                    (Integer) entry.operation().key(), entry.operation().operation());
            client.hasTakenEffect = true;
            if (next(1000) < shape.lostPerMille()) {
                client.place = -1;
                client.process += shape.processes();
                return false;
            }
            return true;
        }
        entries.set(
                client.place, new Entry<>(entry.process(), entry.operation(), client.answer, entry.invoked(), time++));
        client.place = -1;
        return false;
    }

    private Answer takeEffect(int register, RegisterOperation operation) {
        Object held = registers[register];
        return switch (operation) {
            case Read _ -> new Answer.Value(isViolationDue() ? NOBODY_WROTE : held);
            case Write(Object value) -> {
                registers[register] = value;
                yield Answer.DONE;
            }
            case Cas(Object expected, Object value) -> {
                if (!held.equals(expected)) {
                    yield Answer.REFUSED;
                }
                registers[register] = value;
                yield Answer.DONE;
            }
        };
    }

    private boolean isViolationDue() {
        if (violated
                || shape.violationAt() >= 100
                || entries.size() < (long) shape.operations() * shape.violationAt() / 100) {
            return false;
        }
        violated = true;
        return true;
    }

    /// SplitMix64, Guy Steele and others, 2014.
    private int next(int bound) {
        random += 0x9E3779B97F4A7C15L;
        @Var long mixed = random;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 31), bound);
    }
}
