package dev.yank.testdriver;

/// Reaches its superclass' fields through its own name, and through `super`.
public class SmallLedger extends Ledger {

    public int inherited() {
        return this.count + super.limit;
    }
}
