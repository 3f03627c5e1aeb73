package dev.yank.model.linearize;

/// A search for an order of the operations of one part of the world that can be left at any time, and goes on later
/// where it was. It knows no limits; whoever lets it go on does.
///
/// @param <O> operations
/// @param <R> responses
sealed interface Contender<O, R> permits JustInTime, WingGongLowe {

    /// How a search stands.
    enum Standing {
        /// There is an order.
        ORDER,
        /// There is none.
        NO_ORDER,
        /// It can go on.
        SEARCHING,
        /// It can go on, but does not get ahead; another search may.
        TIRED,
        /// It has forgotten too much to go on.
        LOST_ITS_WAY
    }

    /// Goes on.
    ///
    /// @param more how many configurations to look at, at most; fewer if they take long
    Standing advance(long more);

    /// How many configurations were looked at so far.
    long work();

    /// How much memory it takes, in bytes; the states are counted elsewhere.
    long bytes();

    /// The time of the first completion that no order was found for so far; the history before it is linearizable.
    /// Only while there are completions and the search is not over.
    int unexplainedFrom();

    /// What was found out, once the standing is that there is an order or none.
    LinearizabilityResult<O, R> result();
}
