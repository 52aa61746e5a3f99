package ee.sild.opportunity.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import ee.sild.platform.Page;
import ee.sild.platform.http.KeysetQuery;
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.security.CurrentUser;

/** The list of opportunities: those that the caller may see, filtered and sorted. */
@ApplicationScoped
public class OpportunityList {

    /** For a partner that is asked to join a collaboration, the opportunity is still on offer. */
    static final String STATUS = "case when mine.id is not null and mine.joinedAt is null then 'DELIVERED' else "
            + "cast(o.status as String) end";
    /** A partner that only has an offer does not know the customer yet, but sees its name. */
    static final String CUSTOMER = "coalesce(c.name, cast(function('offered_customer_name', o.customerId) as String))";

    static final String ALERT = """
            cast(function('alert_of', """ + STATUS + """
            , function('partner_active_at', o.id, o.pipeline.acceptedAt), o.pipeline.acceptedAt,
              o.dueDate.dueOn, :now) as String)""";

    /** Whether a partner works on it. */
    static final String WORKED = "cast(function('is_worked', o.status) as Boolean)";

    private static final String SUMMARY = """
            new ee.sild.opportunity.view.OpportunitySummary(o.id, o.number, o.details.topic, """ + STATUS + """
            , new ee.sild.opportunity.view.OriginSummary(o.source, o.createdAt), new ee.sild.platform.Ref(o.customerId, """ + CUSTOMER + """
            ),
            new ee.sild.opportunity.view.OpportunityValueView(o.details.value, o.closing.actualValue),
            new ee.sild.opportunity.view.PipelineSummary(
              o.pipeline.phase, """ + ALERT + """
            , o.details.probability, o.details.estimatedCloseDate, o.dueDate.dueOn, o.dueDate.extensionRequest.dueOn),
            new ee.sild.opportunity.view.AssignmentSummary(
              new ee.sild.platform.Ref(o.ownerId,
                coalesce(ow.name, cast(function('display_name', o.ownerId) as String))),
              new ee.sild.platform.Ref(o.partnerId, p.name),
              new ee.sild.platform.Ref(pu.id, pu.name),
              o.collaborationId, cast(function('collaborator_names', o.collaborationId) as String),
              mine.id, mine.lead, mine.joinedAt),
            new ee.sild.opportunity.view.OpportunityDistributionSummary(
              coalesce(mine.distributionId, o.offer.distributionId), coalesce(mine.answerBy, o.offer.answerBy)),
            new ee.sild.opportunity.view.OutcomeSummary(o.closing.reasonCode),
            o.updatedAt, o.version)""";
    private static final String FROM = """
            Opportunity o left join Customer c on c.id = o.customerId left join Partner p on p.id = o.partnerId
            left join Collaborator mine on mine.opportunityId = o.id and mine.partnerId = :company
            left join User pu on pu.id = coalesce(mine.partnerUserId, o.pipeline.assignee) left join User ow on ow.id = \
            o.ownerId""";

    private final Session session;

    OpportunityList(Session session) {
        this.session = session;
    }

    public Page<OpportunitySummary> search(
            OpportunityFilter filter, PageRequest listing, Instant now, CurrentUser viewer) {
        var list = new KeysetQuery<OpportunitySummary>(SUMMARY, FROM, "o")
                .with("company", viewer.partnerId())
                .with("now", now)
                .sortable("updatedAt", "o.updatedAt", Instant.class)
                .sortable("createdAt", "o.createdAt", Instant.class)
                .sortable("number", "o.number", String.class)
                .sortable("topic", "lower(o.details.topic)", String.class)
                .sortable("customer", "lower(" + CUSTOMER + ")", String.class)
                .sortable("partner", "coalesce(lower(p.name), '')", String.class)
                .sortable("status", STATUS, String.class)
                .sortable(
                        "value",
                        "coalesce(cast(function('to_base', o.details.value.estimatedValue, o.details.value.currency, "
                                + "current_date) as BigDecimal), 0)",
                        BigDecimal.class)
                .sortable(
                        "estimatedCloseDate",
                        "coalesce(o.details.estimatedCloseDate, date 9999-12-31)",
                        LocalDate.class)
                .sortable("dueOn", "coalesce(o.dueDate.dueOn, date 9999-12-31)", LocalDate.class)
                .sortable("answerBy", "coalesce(mine.answerBy, o.offer.answerBy, o.updatedAt)", Instant.class);
        OpportunityConditions.apply(list, filter, viewer, LocalDate.ofInstant(now, ZoneOffset.UTC));
        return list.page(session, listing, "-updatedAt").map(row -> row.forCaller(viewer));
    }
}
