package ee.sild.opportunity.list;

import java.util.UUID;
import java.util.function.Supplier;

import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.state.Alert;
import ee.sild.platform.http.KeysetQuery;
import ee.sild.platform.security.CurrentUser;

/** Which opportunities a list has: those that the viewer may see and that match the filter. */
final class OpportunityConditions {

    /**
     * What a partner sees outside the pool. All rows of an opportunity have the same time, which lets the list begin
     * with the partner's rows in their order.
     */
    private static final String LISTED_FOR = """
            exists (select 1 from ListedOpportunity theirs where theirs.viewerId in :partner
              and theirs.opportunityId = l.opportunityId and theirs.updatedAt = l.updatedAt)""";

    private static final String LED_OR_JOINED = """
            l.partnerId in :partner or exists (select 1 from Collaborator other
              where other.opportunityId = l.opportunityId and other.partnerId in :partner)""";

    private OpportunityConditions() {}

    /** @param pool the opportunities that the pool offers to a partner; not used unless the list is its pool */
    static void apply(KeysetQuery<?> list, OpportunityFilter filter, CurrentUser viewer, Supplier<UUID[]> pool) {
        visible(list, filter, viewer, pool);
        matching(list, filter, viewer);
    }

    private static void visible(
            KeysetQuery<?> list, OpportunityFilter filter, CurrentUser viewer, Supplier<UUID[]> pool) {
        if (filter.isPool()) {
            list.where("l.viewerId = :vendor", "vendor", ListedOpportunity.VENDOR)
                    .where("l.status = :pooled", "pooled", OpportunityStatus.POOL.name())
                    .where(
                            "array_contains(:pool, l.opportunityId)",
                            "pool",
                            viewer.partnerScope() == null ? null : pool.get());
            return;
        }
        list.where(
                        "l.viewerId = :viewer",
                        "viewer",
                        viewer.isStaff() ? ListedOpportunity.VENDOR : viewer.partnerScope())
                .where("l.visibleTo = :seller", "seller", viewer.assigneeScope());
    }

    private static void matching(KeysetQuery<?> list, OpportunityFilter filter, CurrentUser viewer) {
        if (filter.view != null && filter.view != OpportunityFilter.View.pool) {
            list.where(
                    "l.status" + (filter.view == OpportunityFilter.View.distributed ? " = :offered" : " <> :offered"),
                    "offered",
                    OpportunityStatus.DELIVERED.name());
        }
        list.where(
                        "l.status in :status",
                        "status",
                        filter.status == null
                                ? null
                                : filter.status.stream()
                                        .map(OpportunityStatus::name)
                                        .toList())
                .where("l.phase in :phase", "phase", filter.phase)
                .where("l.source in :source", "source", filter.source)
                .where("l.customerId in :customer", "customer", filter.customerId)
                .where(viewer.isStaff() ? LISTED_FOR : LED_OR_JOINED, "partner", filter.partnerId)
                .where("l.ownerId in :owner", "owner", filter.ownerId)
                .where("l.territoryId in :territory", "territory", filter.territoryId)
                .where(
                        "exists (select 1 from Opportunity x join x.details.productLines line where x.id = "
                                + "l.opportunityId and line in :line)",
                        "line",
                        filter.productLineId)
                .where("l.alert in :alert", "alert", filter.alert)
                .where("l.closedOn >= :closedFrom", "closedFrom", filter.closedFrom)
                .where("l.closedOn <= :closedTo", "closedTo", filter.closedTo);
        if (filter.exhausted) {
            list.where("l.exhausted");
        }
        if (filter.extensionRequested) {
            list.where("l.extensionDueOn is not null");
        }
        if (filter.shared) {
            list.where("l.collaborationId is not null");
        }
        if (filter.overdue) {
            list.where("l.alert = :overdue", "overdue", Alert.OVERDUE);
        }
    }
}
