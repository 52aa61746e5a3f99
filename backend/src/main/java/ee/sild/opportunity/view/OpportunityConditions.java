package ee.sild.opportunity.view;

import java.time.LocalDate;

import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.state.Alert;
import ee.sild.platform.http.KeysetQuery;
import ee.sild.platform.security.CurrentUser;

/** Which opportunities a list has: those that the viewer may see and that match the filter. */
final class OpportunityConditions {

    /** The same condition as that of {@link Opportunities#get}, outside the pool. */
    private static final String SEEN = """
            cast(function('sees_opportunity', o.partnerId, o.collaborationId, o.pipeline.assignee, o.status,
                :own, :seller, :viewer) as Boolean)
            or cast(function('sees_as_collaborator', mine.partnerId, mine.partnerUserId,
                :own, :seller, :viewer) as Boolean)""";

    private OpportunityConditions() {}

    static void apply(KeysetQuery<?> list, OpportunityFilter filter, CurrentUser viewer, LocalDate today) {
        visible(list, filter, viewer);
        matching(list, filter, today);
    }

    private static void visible(KeysetQuery<?> list, OpportunityFilter filter, CurrentUser viewer) {
        if (filter.isPool()) {
            list.where("o.status = :pooled", "pooled", OpportunityStatus.POOL);
            list.where(
                    "cast(function('pool_is_open_to', o.id, :company) as Boolean)", "company", viewer.partnerScope());
            return;
        }
        if (viewer.partnerScope() != null) {
            list.where(SEEN, "own", viewer.partnerScope())
                    .with("seller", viewer.assigneeScope() != null)
                    .with("viewer", viewer.id());
        }
    }

    private static void matching(KeysetQuery<?> list, OpportunityFilter filter, LocalDate today) {
        if (filter.view != null && filter.view != OpportunityFilter.View.pool) {
            list.where(
                    OpportunityList.STATUS
                            + (filter.view == OpportunityFilter.View.distributed ? " = :offered" : " <> :offered"),
                    "offered",
                    OpportunityStatus.DELIVERED.name());
        }
        list.where(
                        "lower(o.details.topic) like lower(:q) escape '!' or o.number "
                                + "like upper(:q) escape '!' or lower("
                                + OpportunityList.CUSTOMER + ") like lower(:q) escape '!'",
                        "q",
                        KeysetQuery.containing(filter.q))
                .where(
                        OpportunityList.STATUS + " in :status",
                        "status",
                        filter.status == null
                                ? null
                                : filter.status.stream()
                                        .map(OpportunityStatus::name)
                                        .toList())
                .where("o.pipeline.phase in :phase", "phase", filter.phase)
                .where("o.source in :source", "source", filter.source)
                .where("o.customerId in :customer", "customer", filter.customerId)
                .where(
                        "o.partnerId in :partner or exists (select 1 from Collaborator other where "
                                + "other.opportunityId = o.id and other.partnerId in :partner)",
                        "partner",
                        filter.partnerId)
                .where("o.ownerId in :owner", "owner", filter.ownerId)
                .where("o.details.territoryId in :territory", "territory", filter.territoryId)
                .where(
                        "exists (select 1 from Opportunity x join x.details.productLines line where x.id = "
                                + "o.id and line in :line)",
                        "line",
                        filter.productLineId)
                .where("o.closing.closedOn >= :closedFrom", "closedFrom", filter.closedFrom)
                .where("o.closing.closedOn <= :closedTo", "closedTo", filter.closedTo);
        if (filter.alert != null && !filter.alert.isEmpty()) {
            list.where(OpportunityList.WORKED)
                    .where(
                            OpportunityList.ALERT + " in :alert",
                            "alert",
                            filter.alert.stream().map(Alert::name).toList());
        }
        if (filter.exhausted) {
            list.where("o.plan.exhausted");
        }
        if (filter.extensionRequested) {
            list.where("o.dueDate.extensionRequest.requestedAt is not null");
        }
        if (filter.shared) {
            list.where("o.collaborationId is not null");
        }
        if (filter.overdue) {
            list.where(OpportunityList.WORKED + " and o.dueDate.dueOn < :today", "today", today);
        }
    }
}
