package ee.sild.opportunity;

import java.util.List;
import java.util.UUID;

import org.hibernate.Session;

/**
 * What differs between the listed and searched opportunities and the opportunities themselves, except for what changes
 * as time passes.
 */
final class ListedDifferences {

    private static final String COLUMNS = """
            select string_agg(column_name, ', ') from information_schema.columns
             where table_name = 'opportunity_as_listed'""";
    private static final String DIFFERENCES = """
            select x.kind || ' ' || x::text
              from (select 'not listed' as kind, {columns} from opportunity_as_listed
                    except all select 'not listed', {columns} from listed_opportunity) x
             where cast(?1 as uuid) is null or x.opportunity_id = ?1
            union all
            select x.kind || ' ' || x::text
              from (select 'wrongly listed' as kind, {columns} from listed_opportunity
                    except all select 'wrongly listed', {columns} from opportunity_as_listed) x
             where cast(?1 as uuid) is null or x.opportunity_id = ?1
            union all
            select 'not searched ' || x::text
              from (select * from opportunity_as_searched except all select * from searched_opportunity) x
             where cast(?1 as uuid) is null or x.opportunity_id = ?1
            union all
            select 'wrongly searched ' || x::text
              from (select * from searched_opportunity except all select * from opportunity_as_searched) x
             where cast(?1 as uuid) is null or x.opportunity_id = ?1
            limit 10""";

    private ListedDifferences() {}

    /** @param opportunity null for all */
    static List<String> find(Session session, UUID opportunity) {
        String columns = session.createNativeQuery(COLUMNS, String.class).getSingleResult();
        return session.createNativeQuery(DIFFERENCES.replace("{columns}", columns), String.class)
                .setParameter(1, opportunity)
                .getResultList();
    }
}
