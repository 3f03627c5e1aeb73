/// The subjects against what is known of them.
@NullMarked
package dev.yank.subjects;

import org.jspecify.annotations.NullMarked;
