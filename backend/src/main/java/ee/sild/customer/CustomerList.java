package ee.sild.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import ee.sild.platform.Identifiers;
import ee.sild.platform.Page;
import ee.sild.platform.WebDomains;
import ee.sild.platform.http.KeysetQuery;
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.security.CurrentUser;

/** Lists customers. Staff see all; a partner sees those that it added or has accepted an opportunity for. */
@ApplicationScoped
public class CustomerList {

    private static final String SUMMARY = """
            new ee.sild.customer.CustomerSummary(c.id, c.name, c.country, c.address.city, c.profile.registryCode,
              new ee.sild.platform.Ref(i.id, i.name), c.updatedAt)""";
    private static final String KNOWN = """
            exists (select 1 from CustomerAccess a where a.key.customerId = c.id and a.key.partnerId = :partner)""";

    private final Session session;

    CustomerList(Session session) {
        this.session = session;
    }

    /** The customers among these that the viewer may see, by ID. */
    public Map<UUID, CustomerSummary> seen(List<UUID> ids, CurrentUser viewer) {
        return session.createSelectionQuery(
                        "select " + SUMMARY
                                + " from Customer c left join Industry i on i.id = c.profile.industryId "
                                + "where c.id in :ids and (:partner is null or "
                                + KNOWN + ")",
                        CustomerSummary.class)
                .setParameter("ids", ids)
                .setParameter("partner", viewer.partnerScope())
                .getResultStream()
                .collect(Collectors.toMap(CustomerSummary::id, Function.identity()));
    }

    Page<CustomerSummary> search(CustomerFilter filter, PageRequest page, CurrentUser viewer) {
        return new KeysetQuery<CustomerSummary>(
                        SUMMARY, "Customer c left join Industry i on i.id = c.profile.industryId", "c.id")
                .sortableText("name", "c.name")
                .sortable("updatedAt", "c.updatedAt", Instant.class)
                .where(KNOWN, "partner", viewer.partnerScope())
                .matching("c.searched", filter.q)
                .whereOneOf("c.country", "country", Identifiers.all(filter.country, Identifiers::code))
                .whereOneOf(
                        "c.profile.registryCode",
                        "code",
                        Identifiers.all(filter.registryCode, Identifiers::registryCode))
                .whereOneOf("c.profile.vatNumber", "vat", Identifiers.all(filter.vatNumber, Identifiers::vatNumber))
                .whereOneOf("c.profile.webDomain", "domain", Identifiers.all(filter.webDomain, WebDomains::normalize))
                .whereOneOf("c.profile.industryId", "industry", filter.industryId)
                .page(session, page, "name");
    }
}
