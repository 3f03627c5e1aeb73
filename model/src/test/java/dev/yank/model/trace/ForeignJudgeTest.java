package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.BORROW;
import static dev.yank.model.trace.EventKind.BORROW_END;
import static dev.yank.model.trace.EventKind.FROM_FOREIGN;
import static dev.yank.model.trace.EventKind.INTO_FOREIGN;
import static dev.yank.model.trace.EventKind.TYPE_COMPARED;
import static dev.yank.model.trace.EventKind.WRONG_COOKIE;
import static dev.yank.model.trace.EventKind.WRONG_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ForeignJudgeTest {

    private static final int POINTER = 4;
    private static final int OBJECT = 5;
    private static final int SHARED = 0;
    private static final int MUTABLE = 1;

    private static WrittenTrace given() {
        return new WrittenTrace().event(INTO_FOREIGN, 0, POINTER, OBJECT);
    }

    @Test
    void givenBorrowedAndTakenBackOnceIsRight() {
        var trace = given().event(BORROW, 1, POINTER, SHARED)
                .event(BORROW, 2, POINTER, SHARED)
                .event(BORROW_END, 1, POINTER, SHARED)
                .event(BORROW_END, 2, POINTER, SHARED)
                .event(BORROW, 1, POINTER, MUTABLE)
                .event(BORROW_END, 1, POINTER, MUTABLE)
                .event(FROM_FOREIGN, 0, POINTER, OBJECT);
        trace.isClean();
        assertThat(trace.witnesses(List.of("R14", "R15", "R16", "R17"))).containsExactly("R15", "R16", "R17");
    }

    @Test
    void takingBackTwiceBreaksR15() {
        given().event(FROM_FOREIGN, 0, POINTER, OBJECT)
                .event(FROM_FOREIGN, 1, POINTER, OBJECT)
                .breaks("R15", "task 1 took back what had been taken back before");
    }

    @Test
    void takingBackUnderABorrowBreaksR16() {
        given().event(BORROW, 1, POINTER, SHARED)
                .event(FROM_FOREIGN, 0, POINTER, OBJECT)
                .breaks("R16", "while 1 borrow is outstanding");
    }

    @Test
    void aMutableBorrowBesideAnotherBreaksR16() {
        given().event(BORROW, 1, POINTER, SHARED)
                .event(BORROW, 2, POINTER, MUTABLE)
                .breaks("R16", "mutably while others borrowed it");
        given().event(BORROW, 1, POINTER, MUTABLE)
                .event(BORROW, 2, POINTER, SHARED)
                .breaks("R16", "while another borrowed it mutably");
    }

    @Test
    void borrowingWhatWasTakenBackBreaksR16() {
        given().event(FROM_FOREIGN, 0, POINTER, OBJECT)
                .event(BORROW, 1, POINTER, SHARED)
                .breaks("R16", "that had been taken back");
    }

    @Test
    void aNullPointerBreaksR17() {
        new WrittenTrace().event(INTO_FOREIGN, 0, 0, OBJECT).breaks("R17", "got null for it");
    }

    @Test
    void anotherObjectBreaksR17() {
        given().event(FROM_FOREIGN, 0, POINTER, OBJECT + 1).breaks("R17", "another object");
    }

    @Test
    void anotherTypeBreaksR14AndTheSameExercisesIt() {
        new WrittenTrace().event(TYPE_COMPARED, 1, POINTER, 0).breaks("R14", "another type than was set");
        assertThat(new WrittenTrace().event(TYPE_COMPARED, 1, POINTER, 1).witnesses(List.of("R14")))
                .containsExactly("R14");
    }

    @Test
    void takingAnObjectForAnotherAndAWrongCookieBreakR14() {
        new WrittenTrace().event(WRONG_TYPE, 1, 0).breaks("R14", "took an object for one of another type");
        new WrittenTrace().event(WRONG_COOKIE, 1, POINTER).breaks("R14", "with a cookie that was not registered");
    }
}
