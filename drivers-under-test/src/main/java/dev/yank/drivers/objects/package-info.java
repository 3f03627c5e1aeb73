/// Counted objects without any device: modules that keep one in a table and hand out references to it, and their
/// twins, each with one defect.
///
/// Depends on `dev.yank.harness.kernel`, and on nothing else of the project.
@NullMarked
package dev.yank.drivers.objects;

import org.jspecify.annotations.NullMarked;
