/// A driver as somebody outside the project writes it; the README shows it.
@NullMarked
package com.example;

import org.jspecify.annotations.NullMarked;
