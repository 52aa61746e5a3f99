package ee.sild;

import java.util.regex.Pattern;

import org.flywaydb.core.api.FlywayException;

/** Explains in one line why the database cannot be used by this version of Sild, and what to do. */
final class SchemaMismatch {

    /** Released migrations never change since 0.2, so only a database of 0.1 has another first one. */
    private static final Pattern VERSION_0_1 = Pattern.compile("checksum mismatch for migration version 001\\b");

    private SchemaMismatch() {}

    static String message(FlywayException failure) {
        String text = failure.getMessage();
        if (VERSION_0_1.matcher(text).find()) {
            return "This database was created by Sild 0.1 and cannot be upgraded to Sild 0.2 or later. "
                    + "Export what you need with Sild 0.1. Then delete the folder postgresql in SILD_DATA, "
                    + "or set SILD_DATABASE_URL to an empty database, and start again.";
        }
        return "The database does not fit this version of Sild: " + text.replaceAll("\\s+", " ");
    }
}
