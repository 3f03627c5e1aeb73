package dev.yank.model.trace;

import dev.yank.model.rule.RuleId;

/// The rules that traces are judged by, under their short names.
final class RuleIds {

    static final RuleId R1 = RuleId.parse("R1");
    static final RuleId R2 = RuleId.parse("R2");
    static final RuleId R3 = RuleId.parse("R3");
    static final RuleId R4 = RuleId.parse("R4");
    static final RuleId R5 = RuleId.parse("R5");
    static final RuleId R6 = RuleId.parse("R6");
    static final RuleId R7 = RuleId.parse("R7");
    static final RuleId R8 = RuleId.parse("R8");
    static final RuleId R9 = RuleId.parse("R9");
    static final RuleId R10 = RuleId.parse("R10");
    static final RuleId R11 = RuleId.parse("R11");
    static final RuleId R12 = RuleId.parse("R12");
    static final RuleId R13 = RuleId.parse("R13");
    static final RuleId R14 = RuleId.parse("R14");
    static final RuleId R15 = RuleId.parse("R15");
    static final RuleId R16 = RuleId.parse("R16");
    static final RuleId R17 = RuleId.parse("R17");
    static final RuleId R18 = RuleId.parse("R18");
    static final RuleId R19 = RuleId.parse("R19");
    static final RuleId R20 = RuleId.parse("R20");
    static final RuleId R21 = RuleId.parse("R21");
    static final RuleId R22 = RuleId.parse("R22");
    static final RuleId R23 = RuleId.parse("R23");
    static final RuleId R24 = RuleId.parse("R24");
    static final RuleId R25 = RuleId.parse("R25");
    static final RuleId R26 = RuleId.parse("R26");
    static final RuleId R27 = RuleId.parse("R27");
    static final RuleId R28 = RuleId.parse("R28");
    static final RuleId R29 = RuleId.parse("R29");
    static final RuleId R30 = RuleId.parse("R30");
    static final RuleId R31 = RuleId.parse("R31");
    static final RuleId R32 = RuleId.parse("R32");
    static final RuleId R33 = RuleId.parse("R33");
    static final RuleId R34 = RuleId.parse("R34");
    static final RuleId R35 = RuleId.parse("R35");
    static final RuleId R36 = RuleId.parse("R36");
    static final RuleId R37 = RuleId.parse("R37");
    static final RuleId R38 = RuleId.parse("R38");
    static final RuleId R39 = RuleId.parse("R39");
    static final RuleId R40 = RuleId.parse("R40");
    static final RuleId R41 = RuleId.parse("R41");
    static final RuleId R42 = RuleId.parse("R42");
    static final RuleId R43 = RuleId.parse("R43");
    static final RuleId R44 = RuleId.parse("R44");
    static final RuleId R45 = RuleId.parse("R45");
    static final RuleId K1 = RuleId.parse("K1");
    static final RuleId K2 = RuleId.parse("K2");
    static final RuleId K3 = RuleId.parse("K3");

    private RuleIds() {}
}
