/// Judges files that hold recorded histories: picks what the file needs, asks the engines, and says why.
///
/// How files are read, how an order is searched for and how results are printed is not here.
///
/// Depends on `format`, `knossos` and `model`.
@NullMarked
package dev.yank.harness.check;

import org.jspecify.annotations.NullMarked;
