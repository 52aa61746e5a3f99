package ee.sild.platform.http;

import java.util.Locale;

import ee.sild.platform.Language;
import ee.sild.platform.problem.Messages;

/**
 * Sorts names as the dictionaries of the reader's language do. The database has a collation for each supported
 * language: {@code R__05_names.sql}.
 */
public final class NameOrder {

    private NameOrder() {}

    /** The expression in HQL by which names are sorted for the reader, e.g. of {@code c.name}. */
    public static String hql(String name) {
        return hql(name, Messages.language());
    }

    static String hql(String name, Language language) {
        return "collate(" + name + " as " + collation(language) + ")";
    }

    /** The same in SQL. */
    public static String sql(String name) {
        return name + " collate " + collation(Messages.language());
    }

    private static String collation(Language language) {
        return "names_" + language.code().toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
