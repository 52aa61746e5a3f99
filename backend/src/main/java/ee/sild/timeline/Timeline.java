package ee.sild.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import ee.sild.opportunity.EventDetails;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.Page;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.Malformed;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.RegistrationEvent;

/**
 * The notes and events of an opportunity in one stream. Events are recorded in the transaction in which they happen.
 */
@ApplicationScoped
class Timeline {

    /** A partner reads entries without a partner and its own; newest first, with keyset pagination. */
    private static final String STREAM = """
            select x.*, coalesce(actor.name, colleague.name, display_name(x.actor_id)) as actor_name,
                   coalesce(company.id, colleague.partner_id) as company_id, coalesce(company.name,
                     colleague.partner_name) as company_name,
                   addressee.id as addressee_id, addressee.name as addressee_name
              from (select id, 'EVENT' as type, at, actor_id, kind, cast(null as uuid) as addressee_id,
                cast(details as text) as body, null as visibility,
                           cast(null as timestamptz) as edited_at, 0 as version
                      from opportunity_event
                     where opportunity_id = :opportunity
                       and (cast(:partner as uuid) is null
                            or case when collaboration_id is null then partner_id is null or partner_id = :partner
                                    else collaboration_id = (select o.collaboration_id from opportunity o
                                      where o.id = :opportunity)
                                         and is_of_collaboration(collaboration_id) end)
                    union all
                    select id, 'NOTE', created_at, author_id, null, case when visibility = 'PARTNER'
                      then partner_id end, text, visibility, edited_at, version
                      from note
                     where opportunity_id = :opportunity and deleted_at is null
                       and (cast(:partner as uuid) is null
                            or visibility <> 'STAFF'
                               and case when collaboration_id is null then partner_id is null or partner_id = :partner
                                        else collaboration_id = (select o.collaboration_id from opportunity o
                                          where o.id = :opportunity)
                                             and is_of_collaboration(collaboration_id) end)) x
              left join app_user actor on actor.id = x.actor_id
              left join partner company on company.id = actor.partner_id
              left join partner addressee on addressee.id = x.addressee_id
              left join lateral colleague(case when actor.id is null then x.actor_id end) on true
             where cast(:at as timestamptz) is null or (x.at, x.id) < (:at, cast(:id as uuid))
             order by x.at desc, x.id desc
            """;

    private final EntityManager database;
    private final Attachments attachments;
    private final CurrentUser user;
    private final ObjectMapper json;

    Timeline(EntityManager database, Attachments attachments, CurrentUser user, ObjectMapper json) {
        this.database = database;
        this.attachments = attachments;
        this.user = user;
        this.json = json;
    }

    void onOpportunityEvent(@Observes @Priority(ObserverOrder.TIMELINE) OpportunityEvent event) {
        record(TimelineEvent.of(event));
    }

    void onRegistrationEvent(@Observes @Priority(ObserverOrder.TIMELINE) RegistrationEvent event) {
        record(TimelineEvent.of(event));
    }

    private void record(TimelineEvent event) {
        var actor = user.callerOrNull();
        try {
            var details = json.writeValueAsString(event.details());
            database.persist(new RecordedEvent(
                    event, actor == null ? null : actor.id(), actor != null && actor.partnerId() != null, details));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Page<TimelineEntry> of(UUID opportunity, int limit, String cursor) {
        String[] after = cursor == null || cursor.isEmpty() ? new String[] {null, null} : cursor.split("_", 2);
        var query = database.createNativeQuery(STREAM, Tuple.class)
                .setParameter("opportunity", opportunity)
                .setParameter("partner", user.partnerScope())
                .setParameter("at", instant(after))
                .setParameter("id", after[0] == null ? null : uuid(after))
                .setMaxResults(limit + 1);
        @SuppressWarnings("unchecked")
        var rows = (List<Tuple>) query.getResultList();
        var files = attachments.of(
                rows.stream().map(row -> row.get("id", UUID.class)).toList());
        var items = rows.stream().limit(limit).map(row -> entry(row, files)).toList();
        var last = rows.size() > limit ? items.getLast() : null;
        return new Page<>(items, last == null ? null : last.at() + "_" + last.id(), null);
    }

    private TimelineEntry entry(Tuple row, Map<UUID, List<AttachmentView>> files) {
        var id = row.get("id", UUID.class);
        var actor = Ref.orNull(new Ref(row.get("actor_id", UUID.class), row.get("actor_name", String.class)));
        var company = Ref.orNull(new Ref(row.get("company_id", UUID.class), row.get("company_name", String.class)));
        var body = row.get("body", String.class);
        var at = row.get("at", Instant.class);
        if (row.get("type", String.class).equals("EVENT")) {
            var kind = EventKind.valueOf(row.get("kind", String.class));
            return new TimelineEntry(id, TimelineEntry.Type.EVENT, at, actor, company, kind, details(body), null);
        }
        var note = new NoteView(
                id,
                body,
                Markdown.html(body),
                Visibility.valueOf(row.get("visibility", String.class)),
                Ref.orNull(new Ref(row.get("addressee_id", UUID.class), row.get("addressee_name", String.class))),
                files.getOrDefault(id, List.of()),
                row.get("edited_at", Instant.class),
                actor != null && actor.id().equals(user.id()),
                ((Number) row.get("version")).longValue());
        return new TimelineEntry(id, TimelineEntry.Type.NOTE, at, actor, company, null, null, note);
    }

    private EventDetails details(String body) {
        try {
            return json.readValue(body, EventDetails.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant instant(String[] after) {
        try {
            return after[0] == null ? null : Instant.parse(after[0]);
        } catch (RuntimeException unreadable) {
            throw new Malformed("cursor");
        }
    }

    private static UUID uuid(String[] after) {
        try {
            return UUID.fromString(after[1]);
        } catch (RuntimeException unreadable) {
            throw new Malformed("cursor");
        }
    }
}
