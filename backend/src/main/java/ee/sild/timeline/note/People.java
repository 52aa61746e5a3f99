package ee.sild.timeline.note;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.opportunity.Opportunity;
import ee.sild.platform.Ref;
import ee.sild.platform.http.NameOrder;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.RowSecurity;

/** The users who can read an opportunity, as far as the caller may see them. */
@ApplicationScoped
class People {

    /** Of the vendor's users, a partner sees the owner, the creator and its own channel manager. */
    private static final String PEOPLE = """
            select u.id, u.name, u.partner_id, (select p.name from partner p where p.id = u.partner_id) as partner
              from opportunity o
             cross join lateral
                   (select v.id, v.name, v.partner_id
                      from app_user v
                     where v.partner_id is null and v.kind = 'PERSON' and v.status = 'ACTIVE'
                       and (:staff or v.id in (o.owner_id, o.created_by, (select m.channel_manager_id from partner m
                         where m.id = cast(:company as uuid))))
                    union all
                    select w.id, w.name, w.partner_id
                      from (select o.partner_id where o.collaboration_id is null
                            union all
                            select c.partner_id from collaborator c
                             where c.collaboration_id = o.collaboration_id and (:staff
                               or c.joined_at is not null)) k
                      join app_user w on w.partner_id = k.partner_id
                     where w.kind = 'PERSON' and w.status = 'ACTIVE'
                       and (w.role in ('PARTNER_ADMIN', 'PARTNER_MANAGER') or w.id = o.partner_user_id
                            or w.id in (select c.partner_user_id from collaborator c where c.opportunity_id = o.id))) u
             where o.id = :opportunity
             order by partner nulls first,\s""";

    private final EntityManager database;
    private final RowSecurity rows;

    People(EntityManager database, RowSecurity rows) {
        this.database = database;
        this.rows = rows;
    }

    List<PersonView> of(Opportunity on, CurrentUser reader) {
        return rows.asVendor(() -> {
            @SuppressWarnings("unchecked")
            var found =
                    (List<Tuple>) database.createNativeQuery(PEOPLE + NameOrder.sql("u.name") + ", u.id", Tuple.class)
                            .setParameter("opportunity", on.id())
                            .setParameter("staff", reader.isStaff())
                            .setParameter("company", reader.partnerId())
                            .getResultList();
            return found.stream()
                    .map(row -> new PersonView(
                            row.get("id", UUID.class),
                            row.get("name", String.class),
                            Ref.orNull(new Ref(row.get("partner_id", UUID.class), row.get("partner", String.class)))))
                    .toList();
        });
    }
}
