package ee.sild.platform.http;

import ee.sild.platform.problem.Messages;

/**
 * The name of an entry of a vocabulary in the reader's language. The database computes it with {@code local_name}:
 * {@code R__10_platform.sql}.
 */
public final class LocalName {

    private LocalName() {}

    /** The expression in SQL for the entry with this alias. */
    public static String sql(String entry) {
        return "local_name(%1$s.names, %1$s.name, '%2$s')"
                .formatted(entry, Messages.language().code());
    }

    /** The same in HQL. */
    public static String hql(String entry) {
        return "cast(function('local_name', %1$s.names, %1$s.name, '%2$s') as String)"
                .formatted(entry, Messages.language().code());
    }

    /** The order of the entries of a vocabulary for the reader, in SQL. */
    public static String order(String entry) {
        return "%s.position nulls last, %s, %s.id".formatted(entry, NameOrder.sql(sql(entry)), entry);
    }
}
