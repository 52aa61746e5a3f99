package ee.sild.timeline.stream;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.platform.Page;
import ee.sild.platform.security.CurrentUser;

/** The notes and events of an opportunity in one stream. */
@ApplicationScoped
class Timeline {

    /**
     * A partner reads entries without a partner and its own; newest first, with keyset pagination. Its conditions and
     * the limit are part of the text, because PostgreSQL then plans it once: for a partner, planning takes ten times as
     * long as running it.
     */
    private static final String STREAM = """
            select x.*, coalesce(actor.name, colleague.name, display_name(x.actor_id)) as actor_name,
                   coalesce(company.id, colleague.partner_id) as company_id, coalesce(company.name,
                     colleague.partner_name) as company_name,
                   addressee.id as addressee_id, addressee.name as addressee_name,
                   case when x.type = 'NOTE' then (
                     select cast(json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size,
                                                            'createdAt', f.created_at) order by f.created_at, f.id) as text)
                       from attachment f where f.note_id = x.id and f.deleted_at is null) end as files
              from (select id, 'EVENT' as type, at, actor_id, kind, cast(null as uuid) as addressee_id,
                cast(details as text) as body, null as visibility,
                           cast(null as timestamptz) as edited_at, 0 as version
                      from opportunity_event
                     where opportunity_id = :opportunity{events}
                    union all
                    select id, 'NOTE', created_at, author_id, null, case when visibility = 'PARTNER'
                      then partner_id end, text, visibility, edited_at, version
                      from note
                     where opportunity_id = :opportunity and deleted_at is null{notes}) x
              left join app_user actor on actor.id = x.actor_id
              left join partner company on company.id = actor.partner_id
              left join partner addressee on addressee.id = x.addressee_id
              left join lateral colleague(case when actor.id is null then x.actor_id end) on true
             {after}
             order by x.at desc, x.id desc
             limit {most}
            """;

    private static final String OF_THE_PARTNER = """
             and case when collaboration_id is null then partner_id is null or partner_id = :partner
                      else collaboration_id = (select o.collaboration_id from opportunity o where o.id = :opportunity)
                           and is_of_collaboration(collaboration_id) end""";

    private final EntityManager database;
    private final TimelineEntries entries;
    private final CurrentUser user;

    Timeline(EntityManager database, TimelineEntries entries, CurrentUser user) {
        this.database = database;
        this.entries = entries;
        this.user = user;
    }

    Page<TimelineEntry> of(UUID opportunity, int limit, String cursor) {
        var after = TimelineCursor.of(cursor);
        var partner = user.partnerScope();
        boolean first = after.at() == null;
        var query = database.createNativeQuery(
                        STREAM.replace("{events}", partner == null ? "" : " and not staff_only " + OF_THE_PARTNER)
                                .replace(
                                        "{notes}",
                                        partner == null ? "" : " and visibility <> 'STAFF' " + OF_THE_PARTNER)
                                .replace("{after}", first ? "" : "where (x.at, x.id) < (:at, cast(:id as uuid))")
                                .replace("{most}", Integer.toString(limit + 1)),
                        Tuple.class)
                .setParameter("opportunity", opportunity);
        if (partner != null) {
            query.setParameter("partner", partner);
        }
        if (!first) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        @SuppressWarnings("unchecked")
        var rows = (List<Tuple>) query.getResultList();
        var items = rows.stream().limit(limit).map(row -> entries.of(row)).toList();
        var last = rows.size() > limit ? items.getLast() : null;
        return new Page<>(
                items, last == null ? null : TimelineCursor.after(last).toString(), null);
    }
}
