/// Rules about the code of all modules: who may use whom, what nobody may use, how large things may grow.
@NullMarked
package dev.yank.architecture;

import org.jspecify.annotations.NullMarked;
