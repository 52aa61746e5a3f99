package ee.sild.opportunity.list;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import ee.sild.customer.Customers;
import ee.sild.platform.Page;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.http.KeysetQuery;
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.security.CurrentUser;

/** The list of opportunities: those that the caller may see, filtered and sorted. */
@ApplicationScoped
public class OpportunityList {

    private static final String SUMMARY = """
            new ee.sild.opportunity.list.OpportunitySummary(l.opportunityId, l.number, l.topic, l.status,
            new ee.sild.opportunity.list.OriginSummary(l.source, l.createdAt), new ee.sild.platform.Ref(l.customerId,
              l.customerName),
            new ee.sild.opportunity.view.OpportunityValueView(l.currency, l.estimatedValue, l.actualValue),
            new ee.sild.opportunity.list.PipelineSummary(l.phase, l.alert, l.probability, l.estimatedCloseDate, l.dueOn, l.extensionDueOn),
            new ee.sild.opportunity.list.AssignmentSummary(
              new ee.sild.platform.Ref(l.ownerId, l.ownerName),
              new ee.sild.platform.Ref(l.partnerId, l.partnerName),
              new ee.sild.platform.Ref(l.assigneeId, l.assigneeName),
              l.collaborationId, l.collaborators, l.placeId, l.lead, l.joinedAt),
            new ee.sild.opportunity.list.OpportunityDistributionSummary(l.distributionId, l.answerBy),
            new ee.sild.opportunity.list.OutcomeSummary(l.reasonCode), l.updatedAt, l.version)""";

    private final Session session;
    private final Customers customers;
    private final Clock clock;

    OpportunityList(Session session, Customers customers, Clock clock) {
        this.session = session;
        this.customers = customers;
        this.clock = clock;
    }

    public Page<OpportunitySummary> search(OpportunityFilter filter, PageRequest listing, CurrentUser viewer) {
        var list = new KeysetQuery<OpportunitySummary>(SUMMARY, "ListedOpportunity l", "l.opportunityId")
                .sortable("updatedAt", "l.updatedAt", Instant.class)
                .sortable("createdAt", "l.createdAt", Instant.class)
                .sortable("number", "l.number", String.class)
                .sortableText("topic", "l.topic")
                .sortableText("customer", "l.customerName")
                .sortableText("partner", "coalesce(l.partnerName, '')")
                .sortable("status", "l.status", String.class)
                .sortable("value", "coalesce(l.baseValue, 0)", BigDecimal.class)
                .sortable("estimatedCloseDate", "coalesce(l.estimatedCloseDate, date 9999-12-31)", LocalDate.class)
                .sortable("dueOn", "coalesce(l.dueOn, date 9999-12-31)", LocalDate.class)
                .sortable("answerBy", "coalesce(l.answerBy, l.updatedAt)", Instant.class);
        list.found(OpportunitySearch.of(session, filter, viewer));
        list.whereOneOf("l.customerId", "customer", customers.withCurrent(filter.customerId));
        OpportunityConditions.apply(list, filter, viewer, () -> pool(viewer.partnerScope()));
        return list.page(session, listing, "-updatedAt").map(row -> row.forCaller(viewer));
    }

    private UUID[] pool(UUID partner) {
        return ScalarQuery.of(session, "select pool_open_to(:partner, :now)", UUID[].class)
                .setParameter("partner", partner)
                .setParameter("now", clock.instant())
                .getSingleResult();
    }
}
