package ee.sild.partner;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import ee.sild.platform.Identifiers;
import ee.sild.platform.Page;
import ee.sild.platform.WebDomains;
import ee.sild.platform.http.KeysetQuery;
import ee.sild.platform.http.LocalName;
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.security.CurrentUser;

/** Lists partners. Staff see all of them; a partner sees only its own company. */
@ApplicationScoped
class PartnerList {

    private final Session session;

    PartnerList(Session session) {
        this.session = session;
    }

    Page<PartnerSummary> search(PartnerFilter filter, PageRequest page, CurrentUser viewer) {
        return new KeysetQuery<PartnerSummary>(
                        """
                        new ee.sild.partner.PartnerSummary(p.id, p.name, p.country, p.status,
                          new ee.sild.platform.Ref(t.id, {tier}),
                            new ee.sild.platform.Ref(p.channelManagerId,
                                coalesce(m.name, cast(function('display_name', p.channelManagerId) as String))),
                                  p.capacity,
                            coalesce((select l.open from PartnerLoad l where l.partnerId = p.id), 0L),
                            p.updatedAt)""".replace("{tier}", LocalName.hql("t")),
                        "Partner p left join Tier t on t.id = p.tierId left join User m on m.id = p.channelManagerId",
                        "p.id")
                .sortableText("name", "p.name")
                .sortable("updatedAt", "p.updatedAt", Instant.class)
                .sortable("tier", "coalesce(t.level, 1000)", Integer.class)
                .where("p.id = :own", "own", viewer.partnerScope())
                .matching("p.searched", filter.q)
                .whereOneOf("p.registryCode", "code", Identifiers.all(filter.registryCode, Identifiers::registryCode))
                .whereOneOf("p.vatNumber", "vat", Identifiers.all(filter.vatNumber, Identifiers::vatNumber))
                .whereOneOf("p.webDomain", "domain", Identifiers.all(filter.webDomain, WebDomains::normalize))
                .whereOneOf("p.status", "status", filter.status)
                .whereOneOf("p.tierId", "tier", filter.tierId)
                .whereAny(
                        "exists (select 1 from Partner x join x.territories area where x.id = p.id and %s)",
                        List.of("area"), "territory", filter.territoryId)
                .page(session, page, "name");
    }
}
