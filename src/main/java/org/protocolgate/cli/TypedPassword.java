package org.protocolgate.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/** A password from who sits at the terminal, without an echo; or the first line of standard input. */
final class TypedPassword {

    private TypedPassword() {}

    /** Empty where nothing was typed, or not the same twice. */
    static Optional<String> ask() throws IOException {
        Console console = System.console();
        if (console == null) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            return Optional.ofNullable(lines.readLine());
        }
        char[] first = console.readPassword("Password: ");
        if (first == null) {
            return Optional.empty();
        }
        char[] again = console.readPassword("The same again: ");
        boolean same = again == null || Arrays.equals(first, again);
        return same ? Optional.of(new String(first)) : Optional.empty();
    }
}
