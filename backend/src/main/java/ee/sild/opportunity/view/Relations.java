package ee.sild.opportunity.view;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.Session;

import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.http.LocalName;
import ee.sild.platform.http.NameOrder;

/** Reads what an opportunity refers to, all in one statement. */
@ApplicationScoped
class Relations {

    /** The names of the fields are those of {@link OpportunityRelations}. Rows the caller may not see are null. */
    private static final String RELATIONS = """
            select cast(json_build_object(
              'externalReferences', coalesce((
                select json_agg(json_build_object('system', r.system, 'externalId', r.external_id)
                                order by r.system, r.external_id)
                  from opportunity_external_reference r where r.opportunity_id = o.id), '[]'),
              'productLines', coalesce((
                select json_agg(json_build_object('id', l.id, 'name', {line}) order by {lines})
                  from opportunity_product_line x join product_line l on l.id = x.product_line_id
                 where x.opportunity_id = o.id), '[]'),
              'competencies', coalesce((
                select json_agg(json_build_object('id', c.id, 'name', {competency}) order by {competencies})
                  from opportunity_competency x join competency c on c.id = x.competency_id
                 where x.opportunity_id = o.id), '[]'),
              'territory', (select json_build_object('id', t.id, 'name', {territory}) from territory t
                             where t.id = o.territory_id),
              'industry', (select json_build_object('id', i.id, 'name', {industry}) from industry i
                            where i.id = o.industry_id),
              'customer', (
                select json_build_object('id', c.id, 'name', c.name, 'country', c.country, 'city', c.city,
                                         'street', c.street)
                  from customer c where c.id = o.customer_id),
              'contacts', coalesce((
                select json_agg(json_build_object('id', c.id, 'name', c.name, 'title', c.title, 'email', c.email,
                                                  'phone', c.phone, 'version', c.version) order by c.name {names}, c.id)
                  from opportunity_contact x
                  join customer_contact c on c.id = x.contact_id and c.customer_id = o.customer_id
                 where x.opportunity_id = o.id), '[]'),
              'owner', (select json_build_object('id', o.owner_id, 'name', display_name(o.owner_id))
                         where o.owner_id is not null),
              'partner', (select json_build_object('id', p.id, 'name', p.name) from partner p
                           where p.id = o.partner_id),
              'assignee', (select json_build_object('id', a.id, 'name', display_name(a.id))
                             from (select case when o.collaboration_id is null then o.partner_user_id
                                               else (select m.partner_user_id from collaborator m
                                                      where m.opportunity_id = o.id
                                                        and m.partner_id = cast(:company as uuid)) end as id) a
                            where a.id is not null),
              'extensionRequester', (
                select json_build_object('id', o.extension_requested_by, 'name', display_name(o.extension_requested_by))
                 where o.extension_requested_by is not null),
              'collaborators', coalesce((
                select json_agg(json_build_object(
                         'partner', json_build_object('id', m.partner_id, 'name', m.partner_name),
                         'lead', m.lead,
                         'person', case when m.person_id is not null
                                        then json_build_object('id', m.person_id, 'name', m.person_name) end,
                         'joinedAt', m.joined_at, 'answerBy', m.answer_by, 'distributionId', m.distribution_id))
                  from collaborators_of(o.collaboration_id) m), '[]'),
              'alert', alert_of(o.status, partner_active_at(o.id, o.accepted_at), o.accepted_at, o.due_on, :now)) as text)
              from opportunity o where o.id = :id""";

    private final Session session;
    private final ObjectMapper json;

    Relations(Session session, ObjectMapper json) {
        this.session = session;
        this.json = json;
    }

    /**
     * Returns what an opportunity refers to, as the caller may see it. Unwritten changes are written first.
     *
     * @param company the partner of the caller, whose assignee is shown in a collaboration; null for the vendor
     */
    OpportunityRelations of(UUID opportunity, UUID company, Instant now) {
        String found = ScalarQuery.of(session, inTheLanguageOfTheReader(), String.class)
                .setParameter("id", opportunity)
                .setParameter("company", company)
                .setParameter("now", now)
                .getSingleResult();
        try {
            return json.readValue(found, OpportunityRelations.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String inTheLanguageOfTheReader() {
        return RELATIONS
                .replace("{names}", NameOrder.sql(""))
                .replace("{line}", LocalName.sql("l"))
                .replace("{lines}", LocalName.order("l"))
                .replace("{competency}", LocalName.sql("c"))
                .replace("{competencies}", LocalName.order("c"))
                .replace("{territory}", LocalName.sql("t"))
                .replace("{industry}", LocalName.sql("i"));
    }
}
