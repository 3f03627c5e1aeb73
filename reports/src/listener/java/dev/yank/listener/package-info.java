/// Listens to the tests of every module, and tells Allure what its own listener does not see.
///
/// Compiled into the tests of each module, because no module lies below all others and knows Allure. Uses
/// nothing of ours.
@NullMarked
package dev.yank.listener;

import org.jspecify.annotations.NullMarked;
